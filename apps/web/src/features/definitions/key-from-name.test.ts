import { expect, it } from 'vitest';
import { keySchema } from '@throughline/core/flow/steps/step-kind';
import { keyFromName } from './key-from-name.ts';

it('makes keys that the format accepts', () => {
  const names = ['Closed-won handoff', 'Opportunity → Contract (DE)', '2026 Überstunden', '  Zoë’s map  '];
  const keys = names.map(keyFromName);
  expect(keys).toEqual(['closed-won-handoff', 'opportunity-contract-de', 'uberstunden', 'zoe-s-map']);
  expect(keys.every((key) => keySchema.safeParse(key).success)).toBe(true);
});

it('gives the beginning of a long name, without a hyphen at its end', () => {
  expect(keyFromName(`${'a'.repeat(49)} ${'b'.repeat(70)}`)).toBe('a'.repeat(49));
});

it('gives nothing for a name without a letter', () => {
  expect(keyFromName('→ 42')).toBe('');
});
