import { expect, it } from 'vitest';
import type { View } from './aligned-view.ts';
import { PairedViews } from './paired-views.ts';

const drawing = (...ids: string[]) => ({
  width: 400,
  height: 300,
  steps: ids.map((id, at) => ({ id, x: 100, y: at * 100 })),
});

const pairOf = (moved: readonly string[]) => {
  const pair = new PairedViews(new Set(moved));
  const shown: [string, View][] = [];
  pair.join('before', { drawing: () => drawing('a', 'moved', 'b'), show: (view) => shown.push(['before', view]) });
  const leave = pair.join('after', {
    drawing: () => drawing('a', 'b', 'moved'),
    show: (view) => shown.push(['after', view]),
  });
  return { pair, shown, leave };
};

it('a drawing that is moved by hand leads, and the movement that follows leads nothing', () => {
  const { pair, shown, leave } = pairOf(['moved']);
  pair.moved('before', { x: 0, y: 0, zoom: 1 });
  expect(shown).toEqual([]);
  pair.lead('before');
  // The middle is between a and b, of which the other drawing has b one step earlier.
  pair.moved('before', { x: 100, y: 50, zoom: 1 });
  expect(shown).toEqual([['after', { x: 100, y: 100, zoom: 1 }]]);
  pair.moved('after', { x: 100, y: 100, zoom: 1 });
  expect(shown.length).toBe(1);
  leave();
  pair.moved('before', { x: 0, y: 0, zoom: 1 });
  expect(shown.length).toBe(1);
});
