import { describe, expect, test } from 'vitest';
import { defaultLimits } from './limits.ts';
import { Run } from './run.ts';

function runWith(limits: Partial<typeof defaultLimits>, clock: () => number = () => 0): Run {
  return new Run({ limits: { ...defaultLimits, ...limits }, valueMaps: {}, now: () => 0, clock });
}

describe('the steps of an evaluation', () => {
  test('are counted before the work is done, so that the work beyond the limit never begins', () => {
    const run = runWith({ maxTicks: 10_000 });
    run.spend(9_000);
    expect(run.spent).toBe(9_000);
    expect(() => run.spend(2_000)).toThrow(expect.objectContaining({ code: 'TOO_MANY_STEPS' }));
  });

  test('are given back when there was less to do', () => {
    const run = runWith({ maxTicks: 10_000 });
    for (let round = 0; round < 100; round += 1) {
      run.spend(9_000);
      run.refund(8_990);
    }
    expect(run.spent).toBe(1_000);
  });

  test('end an evaluation at the same place whatever the clock shows', () => {
    const spentWith = (clock: () => number): number => {
      const run = runWith({ maxTicks: 50_000, deadlineMs: Infinity }, clock);
      expect(() => {
        for (;;) run.spend(7);
      }).toThrow(expect.objectContaining({ code: 'TOO_MANY_STEPS' }));
      return run.spent;
    };
    let time = 0;
    expect(spentWith(() => (time += 1_000_000))).toBe(spentWith(() => 0));
  });
});

test('the clock is only a safety net: it ends an evaluation that is slow but counts few steps', () => {
  let time = 0;
  const run = runWith({ deadlineMs: 1_000 }, () => (time += 400));
  expect(() => {
    for (;;) run.spend(10_000);
  }).toThrow(expect.objectContaining({ code: 'D1012' }));
  expect(run.spent).toBe(40_000);
});
