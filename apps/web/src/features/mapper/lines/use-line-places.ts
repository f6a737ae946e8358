'use client';
import { useLayoutEffect, useRef, type RefObject } from 'react';
import { findElements, placeLines, type LineDrawing, type LineViews } from './place-lines.ts';
import { WatchedViews } from './watched-views.ts';

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

/** Keeps the lines at their rows while a tree scrolls, without rendering anything. */
export const useLinePlaces = ({ svg, drawn, scrollers, onWidth }: PlacesInput): void => {
  const place = useRef<(views: LineViews) => void>(undefined);
  const watched = useRef<WatchedViews>(undefined);
  useLayoutEffect(() => {
    const host = svg.current;
    if (host === null) return;
    const elements = findElements(host);
    place.current = (views) => {
      if (views.width !== drawn.width && views.width > 0) onWidth(views.width);
      placeLines(drawn, elements, views);
    };
    // A tree that found no field for a search, and then found some again, is another element.
    const around = { host, source: scrollers.source.current, target: scrollers.target.current };
    if (watched.current?.isOf(around) !== true) {
      watched.current?.stop();
      watched.current = new WatchedViews(around, (views) => place.current?.(views));
    }
    place.current(watched.current.views);
  }, [svg, drawn, scrollers, onWidth]);
  useLayoutEffect(
    () => () => {
      watched.current?.stop();
      watched.current = undefined;
    },
    [],
  );
};
