'use client';
import { useLayoutEffect, type RefObject } from 'react';
import type { TreeView } from './line-geometry.ts';
import { findElements, placeLines, type LineDrawing } from './place-lines.ts';

export interface TreeScrollers {
  readonly source: RefObject<HTMLDivElement | null>;
  readonly target: RefObject<HTMLDivElement | null>;
}

/** What is drawn. It is another object whenever other elements may exist. */
export interface DrawnElements extends LineDrawing {
  readonly strong: ReadonlySet<string>;
  readonly width: number;
}

interface PlacesInput {
  readonly drawn: DrawnElements;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly scrollers: TreeScrollers;
  readonly onWidth: (width: number) => void;
}

/** Keeps the lines at their rows, at most once per frame while a tree scrolls, without rendering anything. */
export const useLinePlaces = (input: PlacesInput): void => {
  const { svg, drawn, scrollers, onWidth } = input;
  useLayoutEffect(() => {
    const host = svg.current;
    if (host === null) return;
    const { source, target } = { source: scrollers.source.current, target: scrollers.target.current };
    const elements = findElements(host);
    let frame = 0;
    const place = () => {
      frame = 0;
      const { clientWidth } = host;
      if (clientWidth !== drawn.width && clientWidth > 0) onWidth(clientWidth);
      placeLines(drawn, elements, { source: viewOf(source), target: viewOf(target), width: clientWidth });
    };
    const ask = () => {
      frame ||= requestAnimationFrame(place);
    };
    place();
    const watched = [source, target].filter((each) => each !== null);
    const observer = new ResizeObserver(ask);
    for (const each of [host, ...watched]) observer.observe(each);
    for (const each of watched) each.addEventListener('scroll', ask, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      for (const each of watched) each.removeEventListener('scroll', ask);
    };
  }, [svg, drawn, scrollers, onWidth]);
};

const viewOf = (element: HTMLElement | null): TreeView => ({
  top: element?.scrollTop ?? 0,
  height: element?.clientHeight ?? 0,
});
