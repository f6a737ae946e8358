import { expect, test } from 'vitest';
import { endPlace, linePath } from './line-geometry.ts';

const rowHeight = 24;
const view = { top: 240, height: 480 };

test('an end is at the middle of its row, or pinned to the edge behind which the row is', () => {
  expect([10, 29, 9, 30].map((index) => endPlace(index, rowHeight, view))).toEqual([
    { y: 12, isSeen: true },
    { y: 468, isSeen: true },
    { y: 3, isSeen: false },
    { y: 477, isSeen: false },
  ]);
});

const seen = (y: number) => ({ y, isSeen: true });
const away = (y: number) => ({ y, isSeen: false });
const ends = { left: 0, right: 100, nodeAt: undefined };

test('a line goes from edge to edge as long as one of its ends is on the screen', () => {
  expect(linePath({ ...ends, source: seen(12), target: seen(60) })).toBe('M0 12C45 12 55 60 100 60');
  expect(linePath({ ...ends, source: away(3), target: seen(60) })).toBe('M0 3C45 3 55 60 100 60');
  expect(linePath({ ...ends, source: away(3), target: away(477) })).toBeUndefined();
});

test('a line to a function ends straight behind it, unless the function is out of sight', () => {
  const throughNode = { ...ends, nodeAt: 60 };
  expect(linePath({ ...throughNode, source: seen(12), target: seen(60) })).toBe('M0 12C27 12 33 60 60 60H100');
  expect(linePath({ ...throughNode, source: seen(12), target: away(477) })).toBe('M0 12C45 12 55 477 100 477');
});

test('a line to a field that no row shows is a stub', () => {
  expect(linePath({ ...ends, source: seen(12), target: undefined })).toBe('M0 12H22');
  expect(linePath({ ...ends, source: undefined, target: seen(36) })).toBe('M78 36H100');
  expect(linePath({ ...ends, source: away(3), target: undefined })).toBeUndefined();
});
