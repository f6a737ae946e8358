import { describe, expect, it } from 'vitest';
import { RateBudget } from './rate-budget.ts';

const quiet = { wasThrottled: false } as const;

describe('RateBudget', () => {
  it('lets a burst of one second’s requests pass and spreads the rest', () => {
    const budget = new RateBudget(4);
    expect(Array.from({ length: 8 }, () => budget.take(1000))).toEqual([0, 0, 0, 0, 250, 500, 750, 1000]);
  });

  it('lets the burst grow again while nobody calls', () => {
    const budget = new RateBudget(2);
    for (let n = 0; n < 2; n += 1) budget.take(1000);
    expect([budget.take(2500), budget.take(2500), budget.take(2500)]).toEqual([0, 0, 500]);
  });

  it('keeps the waiting time that a vendor names, and continues one request at a time', () => {
    const budget = new RateBudget(10);
    budget.observe({ wasThrottled: true, pauseMs: 5000 }, 1000);
    expect([budget.take(1000), budget.take(3000), budget.take(6000)]).toEqual([5000, 3100, 200]);
  });

  it('reserves no slot for a caller who cannot wait for it', () => {
    const budget = new RateBudget(1);
    expect([budget.take(0), budget.take(0, 500), budget.take(0, 500), budget.take(0)]).toEqual([0, 1000, 1000, 1000]);
  });

  it('stops when a window is used up, until the window is over', () => {
    const budget = new RateBudget(10);
    budget.observe({ ...quiet, remaining: 0, resetMs: 8000 }, 0);
    expect(budget.take(0)).toBe(8000);
    expect(budget.take(20_000)).toBe(0);
  });

  it('halves its pace after a refusal without a waiting time, and recovers with each success', () => {
    const budget = new RateBudget(1);
    budget.observe({ wasThrottled: true }, 0);
    expect([budget.take(0), budget.take(0)]).toEqual([2000, 4000]);
    for (let n = 0; n < 20; n += 1) budget.observe(quiet, 10_000);
    expect([budget.take(10_000), budget.take(10_000)]).toEqual([0, 1000]);
  });

  it('slows down when a day’s budget is nearly used up, and speeds up again when it is not', () => {
    const budget = new RateBudget(10);
    budget.observe({ ...quiet, usedShare: 0.95 }, 0);
    expect([budget.take(0), budget.take(0), budget.take(0)]).toEqual([0, 1000, 2000]);
    for (let n = 0; n < 60; n += 1) budget.observe({ ...quiet, usedShare: 0.1 }, 10_000);
    expect([budget.take(10_000), budget.take(10_000)]).toEqual([0, 0]);
  });

  it('never waits for minutes because of a guess', () => {
    const budget = new RateBudget(1);
    for (let n = 0; n < 30; n += 1) budget.observe({ wasThrottled: true }, 0);
    expect(budget.take(0)).toBeLessThanOrEqual(4000);
  });
});
