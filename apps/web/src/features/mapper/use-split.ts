'use client';
import { useMemo, useState } from 'react';

export interface Split {
  /** Height of the upper part in percent. */
  readonly share: number;
  readonly isCollapsed: boolean;
  readonly setShare: (share: number) => void;
  readonly setCollapsed: (isCollapsed: boolean) => void;
}

export const smallestShare = 25;
export const largestShare = 85;

/** How a page is divided between its upper and its lower part. */
export const useSplit = (initial: number): Split => {
  const [share, setShare] = useState(initial);
  const [isCollapsed, setCollapsed] = useState(false);
  return useMemo(
    () => ({
      share,
      isCollapsed,
      setCollapsed,
      setShare: (next) => setShare(Math.min(largestShare, Math.max(smallestShare, Math.round(next)))),
    }),
    [share, isCollapsed],
  );
};
