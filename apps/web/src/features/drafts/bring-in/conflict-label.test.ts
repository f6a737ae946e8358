import { expect, it } from 'vitest';
import { conflictLabel } from './conflict-label.ts';

it.each([
  ['/body/checks/config/rules/NO_AMOUNT/assert', 'checks › rules › NO_AMOUNT › assert'],
  ['/entries/a~1b/value', 'entries › a/b › value'],
  ['/body', 'The steps and their order'],
  ['', 'The whole document'],
])('%s reads %s', (pointer, label) => {
  expect(conflictLabel(pointer)).toBe(label);
});
