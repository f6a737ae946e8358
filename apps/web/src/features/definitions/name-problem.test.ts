import { expect, it } from 'vitest';
import { nameProblem } from './name-problem.ts';

it.each([
  ['', 'Give it a name.'],
  ['   ', 'Give it a name.'],
  ['a'.repeat(120), undefined],
  [`${'a'.repeat(121)} `, 'A name has 120 characters at most. This one has 121.'],
])('"%s": %s', (name, problem) => {
  expect(nameProblem(name)).toBe(problem);
});
