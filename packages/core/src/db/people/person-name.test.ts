import { expect, test } from 'vitest';
import { nameLikeness, readPersonName } from './person-name.ts';

test.each([
  ['  Ana   Ruiz ', 'Ana Ruiz'],
  ['Zoe\u0308', 'Zoë'],
  ['Bo\u00a0Li', 'Bo Li'],
  ['x'.repeat(100), 'x'.repeat(100)],
  ['Ａｎａ Ｒｕｉｚ', 'Ana Ruiz'],
  ['Ana\u200bRu\u00adiz', 'AnaRuiz'],
  ['Ana\u202eziuR', 'AnaziuR'],
  ['Ana\u3164 \ufe0fRuiz\u{e0041}', 'Ana Ruiz'],
])('the name %j is stored as %j', (text, name) => {
  expect(readPersonName(text)).toBe(name);
});

test.each([
  '',
  '   ',
  '…',
  'x'.repeat(101),
  'x'.repeat(200_000),
  'Ana\u0000',
  'Ana\nRuiz',
  'Ana\u2028Ruiz',
  '\u3164',
  '\u2800\u200b\u115f',
])('the name %j is refused', (text) => {
  expect(() => readPersonName(text)).toThrow(expect.objectContaining({ code: 'NAME_NOT_ALLOWED' }));
});

test.each([
  'ana ruiz',
  'ANA RUIZ',
  'Ana-Ruiz',
  'AnaRuiz',
  'Ána Rüiz',
  'Аnа Ruiz',
  'Ana Rui\u017e',
  'Αna Ruız',
  'Ana Ru1z',
  'Ana Ruiz.',
])('%j looks like Ana Ruiz', (name) => {
  expect(nameLikeness(name)).toBe(nameLikeness('Ana Ruiz'));
});

test.each(['Ana M. Ruiz', 'Anna Ruiz', 'Ben Okafor', 'Анна Руис', '陳大文'])(
  '%j does not look like Ana Ruiz',
  (name) => {
    expect(nameLikeness(name)).not.toBe(nameLikeness('Ana Ruiz'));
  },
);

test.each([
  ['Arnold Weiss', 'Amold Weiss'],
  ['Sylvvia Marsh', 'Sylwia Marsh'],
  ['Dana Clay', 'Dana Day'],
])('%j looks like %j', (one, other) => {
  expect(nameLikeness(one)).toBe(nameLikeness(other));
});
