'use client';
import { useCallback, useEffect, useState, type RefObject } from 'react';

interface RowWindowOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  /** In pixels. All rows have the same height. */
  readonly rowHeight: number;
}

export interface RowWindow {
  /** Indexes of the first row to render, and after the last one. */
  readonly first: number;
  readonly end: number;
  readonly totalHeight: number;
  readonly scrollToRow: (index: number) => void;
}

/** Rows are rendered again after so many have been scrolled, and not for each of them. */
const step = 6;
/** Rows rendered beyond the visible ones, so that scrolling shows no gaps. */
const overscan = 12;
/** Used until the height is measured, and on the server, which cannot measure it. */
const assumedHeight = 800;

/** Which rows of a long list of rows with equal heights to render. */
export const useRowWindow = ({ scroller, count, rowHeight }: RowWindowOptions): RowWindow => {
  const [view, setView] = useState({ top: 0, height: assumedHeight });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () =>
      setView((before) => {
        const next = {
          top: Math.floor(element.scrollTop / (rowHeight * step)) * rowHeight * step,
          height: element.clientHeight,
        };
        return before.top === next.top && before.height === next.height ? before : next;
      });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller, rowHeight]);
  const scrollToRow = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (element === null) return;
      const top = index * rowHeight;
      if (top < element.scrollTop) element.scrollTo({ top });
      else if (top + rowHeight > element.scrollTop + element.clientHeight) {
        element.scrollTo({ top: top + rowHeight - element.clientHeight });
      }
    },
    [scroller, rowHeight],
  );
  const first = Math.max(0, Math.floor(view.top / rowHeight) - overscan);
  const end = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + step + overscan);
  return { first, end, totalHeight: count * rowHeight, scrollToRow };
};
