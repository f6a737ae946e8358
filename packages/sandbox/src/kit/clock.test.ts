import { expect, test } from 'vitest';
import { SandboxClock } from './clock.ts';

test('follows real time, plus the time it was advanced by', () => {
  let real = 1000;
  const clock = new SandboxClock(() => real);
  clock.advance(500);
  real = 2000;
  expect(clock.nowMs()).toBe(2500);
});

test('stands still when frozen, moves when advanced, and runs on from there when resumed', () => {
  let real = 1000;
  const clock = new SandboxClock(() => real);
  clock.freeze(50_000);
  real = 9000;
  expect(clock.nowMs()).toBe(50_000);
  clock.advance(10);
  expect(clock.nowMs()).toBe(50_010);
  clock.resume();
  real = 9001;
  expect(clock.nowMs()).toBe(50_011);
});

test('keeps its state in a snapshot and forgets it on reset', () => {
  const clock = new SandboxClock(() => 1000);
  clock.freeze(7);
  const copy = new SandboxClock(() => 1000);
  copy.restore(clock.snapshot());
  expect(copy.nowMs()).toBe(7);
  copy.reset();
  expect(copy.nowMs()).toBe(1000);
});
