import { expect, test } from 'vitest';
import type { MappingTest } from '@throughline/core/mapping/document';
import { testState, testStateText } from './test-states.ts';

const tests: readonly MappingTest[] = [
  { name: 'one', input: {}, expected: { name: 'A', lines: [{ sku: 'x' }, { sku: 'y', count: 1 }] } },
  { name: 'two', input: {}, expected: { name: 'B' } },
  { name: 'three', input: {}, expected: { name: null } },
];
const passed = { outcomes: [] };

test('a field counts in the tests that expect a value there, even in one item of a list', () => {
  const states = [['name'], ['lines', 'count'], ['city']].map((path) => testState(path, tests, passed));
  expect(states).toEqual([
    { tests: 2, failing: 0 },
    { tests: 1, failing: 0 },
    { tests: 0, failing: 0 },
  ]);
  expect(states.map(testStateText)).toEqual(['2 tests', '1 test', 'no test']);
});

test('a test fails for the fields that differ, and for all of them if it cannot run', () => {
  const error = { code: 'T2001', message: 'It failed.', line: 1, column: 1 };
  const outcomes = [
    {
      name: 'one',
      status: 'failed' as const,
      actual: {},
      differences: [{ pointer: '/lines/1/sku', expected: 'y', actual: 'z' }],
    },
    { name: 'two', status: 'error' as const, error },
  ];
  const stateOf = (...path: string[]) => testStateText(testState(path, tests, { outcomes }));
  expect([stateOf('name'), stateOf('lines', 'sku'), stateOf('lines', 'count'), stateOf('lines')]).toEqual([
    '1 of 2 tests fails',
    '1 of 1 test fails',
    '1 test',
    '1 of 1 test fails',
  ]);
});

test('a number that is a name is told from a position in a list', () => {
  const rates: readonly MappingTest[] = [{ name: 'rates', input: {}, expected: { rates: { '2024': 1, '2025': 2 } } }];
  const outcome = {
    name: 'rates',
    status: 'failed' as const,
    actual: { rates: { '2024': 1, '2025': 3 } },
    differences: [{ pointer: '/rates/2025', expected: 2, actual: 3 }],
  };
  const states = [['rates', '2024'], ['rates', '2025'], ['rates']].map((path) =>
    testState(path, rates, { outcomes: [outcome] }),
  );
  expect(states.map(({ failing }) => failing)).toEqual([0, 1, 1]);
});
