import { expect, it } from 'vitest';
import { waterfall } from './waterfall.ts';

const at = (ms: number) => new Date(1_000_000 + ms);

it('places bars as shares of the whole, the running one up to now', () => {
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

it('copes with a run that took no time, and with a clock behind the database', () => {
  expect(waterfall([{ startedAt: at(5), finishedAt: null }], 0)).toEqual([{ offset: 0, width: 0 }]);
});
