import { expect, test } from 'vitest';
import { signOf, stateIcons, stateTones, type StepState } from './step-state.ts';

const skipped: StepState = { state: 'skipped' };

test.each([
  [{ errors: 1, warnings: 1 }, skipped, 'errors'],
  [{ errors: 1, warnings: 0 }, undefined, 'errors'],
  [{ errors: 0, warnings: 2 }, skipped, 'state'],
  [undefined, skipped, 'state'],
  [{ errors: 0, warnings: 2 }, undefined, 'warnings'],
  [{ errors: 0, warnings: 0 }, undefined, undefined],
])('of %j and the state %j, the sign is %s', (problems, state, sign) => {
  expect(signOf(problems, state)).toBe(sign);
});

test('a skipped and a disabled step have the same tone but not the same icon', () => {
  expect(stateTones.skipped).toBe(stateTones.disabled);
  expect(stateIcons.skipped).not.toBe(stateIcons.disabled);
});
