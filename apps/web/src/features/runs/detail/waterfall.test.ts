import { expect, it } from 'vitest';
import { waterfall } from './waterfall.ts';

const at = (ms: number) => new Date(1_000_000 + ms);

it('positions bars as shares of the whole, with the running one up to now', () => {
  const steps = [
    { startedAt: at(0), finishedAt: at(100) },
    { startedAt: at(100), finishedAt: at(300) },
    { startedAt: at(300), finishedAt: null },
  ];
  expect(waterfall(steps, 1_000_400)).toEqual([
    { offset: 0, width: 0.25 },
    { offset: 0.25, width: 0.5 },
    { offset: 0.75, width: 0.25 },
  ]);
});

it('handles a run that took no time, and a clock that is behind the database’s', () => {
  expect(waterfall([{ startedAt: at(5), finishedAt: null }], 0)).toEqual([{ offset: 0, width: 0 }]);
});
