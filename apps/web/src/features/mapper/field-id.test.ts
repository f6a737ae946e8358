import { expect, test } from 'vitest';
import { fieldIdOf, idsUpTo, isWithin } from './field-id.ts';

test('a field with a dot in its name differs from a nested field', () => {
  expect(fieldIdOf(['a', 'b'])).toBe('a.b');
  expect(fieldIdOf(['a.b'])).toBe(String.raw`a\.b`);
  expect(fieldIdOf(['a\\', 'b'])).not.toBe(fieldIdOf(['a\\.b']));
  expect(isWithin(fieldIdOf(['a', 'b']), 'a')).toBe(true);
  expect(isWithin(fieldIdOf(['a.b']), 'a')).toBe(false);
});

test('an id gives the ids of the fields around it', () => {
  expect(idsUpTo(fieldIdOf(['a', 'b.c', 'd']))).toEqual(['a', String.raw`a.b\.c`, String.raw`a.b\.c.d`]);
  expect(idsUpTo('')).toEqual([]);
});
