import { expect, test } from 'vitest';
import { isFullName, nameLikeness, namesWithin, readPersonName } from './person-name.ts';

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
  'Ana <b>Ruiz',
  'Ana > Ruiz',
  'Ana \uff1cRuiz',
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

const isWithin = (colleague: string, name: string): boolean => {
  const { full, apart } = namesWithin(name);
  return (isFullName(colleague) ? full : apart).has(nameLikeness(colleague));
};

test.each([
  ['Ben Okafor', 'Ben OKafor (approver)'],
  ['Ben Okafor', 'Ben-0kafor, Approver'],
  ['Ben Okafor', 'Dr. Bén Okafor'],
  ['Ben Okafor', 'BenOkafor II'],
  ['Ben Okafor', 'B e n Okafor the Second'],
  ['Ben', 'Ben (approver)'],
  ['Ben', 'Approver - Ben'],
  ['Zoë Xu', 'Zoe Xu Admin'],
])('somebody who reads quickly finds %j within %j', (colleague, name) => {
  expect(isWithin(colleague, name)).toBe(true);
});

test.each([
  ['Ben Okafor', 'Ben M. Okafor'],
  ['Ben Okafor', 'Reuben Okafor'],
  ['Ben Okafor', 'Ben Okaforson'],
  ['Ben', 'Ben Okafor'],
  ['Ben', 'Big Ben'],
  ['Ben Okafor', 'Ben'],
])('nobody finds %j within %j', (colleague, name) => {
  expect(isWithin(colleague, name)).toBe(false);
});
