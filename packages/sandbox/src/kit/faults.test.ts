import { expect, test } from 'vitest';
import { FaultPlan, matches, matchesGlob } from './faults.ts';

test('a fault lets `skip` requests pass and plays `count` times', () => {
  const plan = new FaultPlan();
  plan.add({ kind: 'lock', skip: 1, count: 2 });
  const played = Array.from({ length: 5 }, () => plan.take(['lock'], { method: 'GET', path: '/x' })?.kind ?? null);
  expect(played).toEqual([null, 'lock', 'lock', null, null]);
});

test('matches by method without case and by glob on the path', () => {
  const match = { method: 'post', path: '/a/*/c?q=*' };
  expect([
    matches(match, { method: 'POST', path: '/a/b/c?q=1' }),
    matches(match, { method: 'GET', path: '/a/b/c?q=1' }),
    matches(match, { method: 'POST', path: '/a/b/d?q=1' }),
    matches({ event: 'Account.*' }, { event: 'Account.updated' }),
    matches({ event: 'Account.*' }, { method: 'POST', path: '/x' }),
    matches(undefined, {}),
  ]).toEqual([true, false, false, true, false, true]);
});

test('a glob takes everything but the star literally', () => {
  expect([matchesGlob('a.c', 'abc'), matchesGlob('(*)', '(x\ny)'), matchesGlob('a*', 'ba')]).toEqual([
    false,
    true,
    false,
  ]);
});

test('uses up only faults of the requested kinds', () => {
  const plan = new FaultPlan();
  const fault = plan.add({ kind: 'partial-batch' });
  expect(plan.take(['lock'], {})).toBeUndefined();
  expect(plan.take(['partial-batch'], {})).toBe(fault);
  expect(plan.remove(fault.id)).toBe(true);
  expect(plan.list()).toEqual([]);
});
