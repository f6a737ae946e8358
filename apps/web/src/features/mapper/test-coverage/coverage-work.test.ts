import { expect, test } from 'vitest';
import { testCoverage } from './coverage-work.ts';
import { fewestSamples } from './fewest-samples.ts';

test('the fewest samples are those that add most, without what is covered already', () => {
  const samples = [['a'], ['a', 'b', 'c'], ['c', 'd'], ['b', 'd', 'e'], []];
  expect(fewestSamples(samples, new Set(['a']))).toEqual([
    { index: 3, keys: ['b', 'd', 'e'] },
    { index: 1, keys: ['c'] },
  ]);
  expect(fewestSamples(samples, new Set('abcde'))).toEqual([]);
});

const text = '{ "size": Amount > 10 ? "large" : "small", "mail": Email, "city": City }';
const sample = (label: string, input: unknown, isReal = true) => ({ label, input, isReal });

test('samples become tests with their personal data masked, and with what only they cover', () => {
  const answer = testCoverage({
    text,
    tests: JSON.stringify([sample('covered', { Amount: 20 }, false)]),
    samples: JSON.stringify([
      sample('nothing new', { Amount: 11 }),
      sample('Order of mara@firm.example', { Amount: 12, Email: 'mara@firm.example', City: 'York' }),
      sample('small one', { Amount: 1, City: 'Bonn' }),
      sample('failing', { Amount: 'x', City: 'Rome' }),
    ]),
    valueMaps: '{}',
  });
  const [first, second, ...others] = answer.promoted;
  expect(others).toEqual([]);
  const { Email, City } = (first?.input ?? {}) as { readonly Email: string; readonly City: string };
  expect(Email).not.toContain('mara');
  expect(first).toEqual({
    index: 1,
    name: `Order of ${Email}`,
    input: { Amount: 12, Email, City },
    expected: { size: 'large', mail: Email, city: City },
    fields: ['mail', 'city'],
    branches: 0,
    masked: first?.masked,
  });
  expect(first?.masked).toContain('Email');
  expect([second?.index, second?.fields, second?.branches]).toEqual([2, [], 1]);
  expect([answer.branches, answer.unrun.map(({ kind, field }) => [kind, field])]).toEqual([2, [['otherwise', 'size']]]);
});

test('nothing is left to cover, or the text cannot be read', () => {
  const tests = JSON.stringify([
    sample('all', { Amount: 20, Email: 'a', City: 'b' }, false),
    sample('small', { Amount: 1 }, false),
  ]);
  const request = { tests, samples: JSON.stringify([sample('more', { Amount: 2 })]), valueMaps: '{}' };
  expect(testCoverage({ text, ...request })).toEqual({ branches: 2, unrun: [], promoted: [] });
  expect(testCoverage({ text: '{ "a": ', ...request })).toEqual({
    branches: 0,
    unrun: [],
    promoted: [],
  });
});

test('a test that cannot run covers nothing, so that a sample can fill the gap', () => {
  const answer = testCoverage({
    text: '{ "size": Amount > 10 ? "large" : "small", "up": $uppercase(Code) }',
    tests: JSON.stringify([sample('failing', { Amount: 20, Code: 5 }, false)]),
    samples: JSON.stringify([sample('good', { Amount: 20, Code: 'a' })]),
    valueMaps: '{}',
  });
  expect(answer.unrun.map(({ kind }) => kind)).toEqual(['then', 'otherwise']);
  expect(answer.promoted.map(({ fields, branches }) => [fields, branches])).toEqual([[['size', 'up'], 1]]);
});
