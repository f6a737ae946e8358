import { expect, test } from 'vitest';
import { SandboxClock } from './clock.ts';
import { ConcurrencyLimiter, WindowRateLimiter } from './rate-limit.ts';

test('a window lets `limit` requests pass per key, and a new one starts when it is over', () => {
  const clock = new SandboxClock();
  clock.freeze(0);
  const limiter = new WindowRateLimiter(clock, 1000);
  const first = limiter.take('a', 1);
  clock.advance(400);
  expect([first, limiter.take('a', 1), limiter.take('b', 1).isAllowed]).toEqual([
    { isAllowed: true, used: 1, limit: 1, resetsInMs: 1000 },
    { isAllowed: false, used: 1, limit: 1, resetsInMs: 600 },
    true,
  ]);
  clock.advance(600);
  expect(limiter.take('a', 1)).toEqual({ isAllowed: true, used: 1, limit: 1, resetsInMs: 1000 });
});

test('at most `limit` requests are inside at once, per key', () => {
  const limiter = new ConcurrencyLimiter();
  const leave = limiter.enter('a', 1);
  expect([limiter.enter('a', 1), typeof limiter.enter('b', 1)]).toEqual([undefined, 'function']);
  leave?.();
  expect(typeof limiter.enter('a', 1)).toBe('function');
});
