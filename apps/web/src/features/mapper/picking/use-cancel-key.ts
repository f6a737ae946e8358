'use client';
import { useEffect } from 'react';
import { useLatest } from '#features/jsonata/use-latest.ts';
import type { Picking } from './picking.ts';

/** Escape cancels what is picked up, wherever the focus is, except in what is open above the page. */
export const useCancelKey = (picking: Picking): void => {
  const latest = useLatest(picking);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { state, cancel } = latest.current;
      if (event.key !== 'Escape' || (state.held === undefined && state.choice === undefined)) return;
      if (event.target instanceof Element && event.target.closest('[role="dialog"]') !== null) return;
      event.preventDefault();
      cancel();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [latest]);
};
