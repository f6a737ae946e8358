'use client';
import { useLayoutEffect, type RefObject } from 'react';
import { useLatest } from '#features/jsonata/use-latest.ts';
import type { TreeView } from './line-geometry.ts';
import { findElements, placeLines, type LineDrawing } from './place-lines.ts';

export interface TreeScrollers {
  readonly source: RefObject<HTMLDivElement | null>;
  readonly target: RefObject<HTMLDivElement | null>;
}

interface PlacesInput extends LineDrawing {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly scrollers: TreeScrollers;
  readonly width: number;
  readonly onWidth: (width: number) => void;
}

/** Keeps the lines at their rows, at most once per frame while a tree scrolls, without rendering anything. */
export const useLinePlaces = (input: PlacesInput): void => {
  const { svg, lines, nodes, scrollers } = input;
  const latest = useLatest(input);
  // After every rendering, because other lines are then highlighted, and so other elements exist.
  useLayoutEffect(() => {
    const host = svg.current;
    if (host === null) return;
    const { source, target } = { source: scrollers.source.current, target: scrollers.target.current };
    const elements = findElements(host);
    let frame = 0;
    const place = () => {
      frame = 0;
      const { clientWidth } = host;
      if (clientWidth !== latest.current.width && clientWidth > 0) latest.current.onWidth(clientWidth);
      placeLines({ lines, nodes }, elements, { source: viewOf(source), target: viewOf(target), width: clientWidth });
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
  });
};

const viewOf = (element: HTMLElement | null): TreeView => ({
  top: element?.scrollTop ?? 0,
  height: element?.clientHeight ?? 0,
});
