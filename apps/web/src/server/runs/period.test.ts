import { expect, it } from 'vitest';
import { periodStart } from './period.ts';

it('starts a period at a whole minute and a date at its start, and accepts nothing else', () => {
  const now = Date.parse('2026-11-23T14:05:39.123Z');
  expect(
    ['1h', '7d', '2026-11-01', '2026-13-45', '0000-01-01', 'forever', ''].map((period) =>
      periodStart(period, now)?.toISOString(),
    ),
  ).toEqual([
    '2026-11-23T13:05:00.000Z',
    '2026-11-16T14:05:00.000Z',
    '2026-11-01T00:00:00.000Z',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
