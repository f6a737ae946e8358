import { expect, test } from 'vitest';
import { startCondition } from './condition-rows.ts';
import { unappliedAt, unappliedSentence, withUnapplied, type Unapplied } from './unapplied.ts';

const rows = { of: 'Amount > 5000', condition: startCondition, problem: 'Type a value.' };
const way = { subject: 'way', field: '/cases/0/when' };
const check = { subject: 'check', field: '/rules/0/assert' };

test('rows that are not complete are kept for their field of their step until they are complete', () => {
  const both = withUnapplied(withUnapplied([], way, rows), check, rows);
  expect(both).toEqual([
    { ...way, ...rows },
    { ...check, ...rows },
  ]);
  const retyped = withUnapplied(both, way, { ...rows, problem: 'Choose a field.' });
  expect(retyped).toEqual([
    { ...check, ...rows },
    { ...way, ...rows, problem: 'Choose a field.' },
  ]);
  expect(withUnapplied(retyped, way, undefined)).toEqual([{ ...check, ...rows }]);
  const none: readonly Unapplied[] = [];
  expect(withUnapplied(none, way, undefined)).toBe(none);
});

test('they are shown at their field, for the expression that they are to replace', () => {
  const all = withUnapplied([], way, rows);
  expect([
    unappliedAt(all, way, rows.of),
    unappliedAt(all, way, 'Amount > 1'),
    unappliedAt(all, check, rows.of),
  ]).toEqual([{ ...way, ...rows }, undefined, undefined]);
});

test('where the flow still has an expression, it is said that the rows are not applied', () => {
  expect(unappliedSentence({ ...way, ...rows })).toBe('Not applied yet. Type a value.');
  expect(unappliedSentence({ ...way, ...rows, of: ' ' })).toBe('Type a value.');
});
