'use client';
import { useEffect } from 'react';
import { useLatest } from '#features/jsonata/use-latest.ts';
import type { Placing } from './use-placing.ts';

/** While something is on its way: Escape cancels; arrow keys and Enter place it if it was started by keyboard. */
export const usePlacingKeys = (placing: Placing): void => {
  const latest = useLatest(placing);
  const by = placing.underway?.by;
  useEffect(() => {
    if (by === undefined) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event.key, by, latest.current);
      if (action === undefined) return;
      // The tree and the canvas have their own meaning for these keys.
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [by, latest]);
};

function actionOf(key: string, by: 'mouse' | 'keys', placing: Placing): (() => void) | undefined {
  if (key === 'Escape') return placing.cancel;
  if (by === 'mouse') return undefined;
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return () => placing.step(1);
    case 'ArrowUp':
    case 'ArrowLeft':
      return () => placing.step(-1);
    case 'Enter':
    case ' ':
      return placing.drop;
    case 'Tab':
      return placing.cancel;
    default:
      return undefined;
  }
}
