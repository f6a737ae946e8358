import { expect, it } from 'vitest';
import { fieldFromUrl, fieldInUrl } from './field-in-url.ts';

it.each([
  [undefined, ''],
  [{ side: 'target', id: 'value.amount' }, 'target:value.amount'],
  [{ side: 'source', id: String.raw`a:b\.c` }, String.raw`source:a:b\.c`],
] as const)('%o is %s in the URL, and back', (field, text) => {
  expect(fieldInUrl(field)).toBe(text);
  expect(fieldFromUrl(text)).toEqual(field);
});

it('a text that names no field is none', () => {
  expect(['elsewhere:a', 'target:', 'target'].map(fieldFromUrl)).toEqual([undefined, undefined, undefined]);
});
