import { expect, test } from 'vitest';
import { runMappingTests } from './run-tests.ts';

test('each saved test passes, fails with the differences, or has an error', () => {
  const text = '{ "name": $required(Name, "NAME_MISSING"), "total": $add(Lines.Price), "tags": Tags }';
  const outcomes = runMappingTests({
    text,
    tests: [
      { name: 'whole', input: { Name: 'A', Lines: [{ Price: '1.5' }] }, expected: { total: '1.5', name: 'A' } },
      {
        name: 'other',
        input: { Name: 'B', Tags: ['x', 'y'] },
        expected: { name: 'A', total: '0', tags: ['x'], 'a/b': 1 },
      },
      { name: 'nameless', input: {}, expected: {} },
    ],
  });
  expect(outcomes).toEqual([
    { name: 'whole', status: 'passed', actual: { name: 'A', total: '1.5' } },
    {
      name: 'other',
      status: 'failed',
      actual: { name: 'B', total: '0', tags: ['x', 'y'] },
      differences: [
        { pointer: '/name', expected: 'A', actual: 'B' },
        { pointer: '/tags/1', actual: 'y' },
        { pointer: '/a~1b', expected: 1 },
      ],
    },
    {
      name: 'nameless',
      status: 'error',
      error: {
        code: 'NAME_MISSING',
        message: 'A value that must be there is missing (NAME_MISSING).',
        line: 1,
        column: 11,
      },
    },
  ]);
});

test('a mapping that gives nothing passes a test that expects nothing', () => {
  expect(runMappingTests({ text: 'Missing', tests: [{ name: 'nothing', input: {} }] })).toEqual([
    { name: 'nothing', status: 'passed', actual: undefined },
  ]);
});

test('every test of a mapping that cannot be parsed has an error', () => {
  const [outcome] = runMappingTests({ text: '{', tests: [{ name: 'any', input: {} }] });
  expect(outcome).toMatchObject({ status: 'error', error: { line: 1 } });
});
