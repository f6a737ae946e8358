import type { ValidationContext } from '@throughline/core/flow/validation-context';
import { expect, test } from 'vitest';
import { CheckWork } from './evaluation/check-work.ts';
import { failure } from './evaluation/evaluation-message.ts';
import { ghostFields } from './ghosts/ghost-work.ts';
import { mapperProblems, referenceProblems } from './mapper-problems.ts';

const context: ValidationContext = { catalog: {}, entities: {}, mappings: {}, valueMaps: {}, flows: {} };
const shapes = JSON.stringify({
  source: { title: 'Account', type: 'object', properties: { Name: { type: 'string' } }, additionalProperties: false },
  target: { type: 'object', properties: { name: { type: 'string' } } },
});
const quiet = { outcomes: [], passed: 0, isRunning: false };

const problemsOf = (text: string) => {
  const check = new CheckWork().check({ text, shapes });
  return mapperProblems({
    references: referenceProblems(check, { source: { kind: 'any' }, target: { kind: 'any' } }, context),
    check,
    ghosts: [],
    result: failure('T2001', 'It failed.'),
    outcomes: quiet,
  });
};

test('each finding of the check leads to its position and offers a fix', () => {
  expect(problemsOf('{ "name": Nmae }')).toEqual([
    {
      id: expect.stringMatching(/^UNKNOWN_SOURCE 10 14 /) as string,
      severity: 'warning',
      message: expect.stringContaining('Nmae') as string,
      at: { kind: 'text', from: 10, to: 14 },
      fix: { title: expect.stringContaining('Name') as string, edits: [{ start: 10, end: 14, text: 'Name' }] },
    },
    {
      id: 'sample',
      severity: 'warning',
      message: 'On this sample: It failed.',
      at: { kind: 'text', from: 0, to: 0 },
    },
  ]);
});

test('a text that cannot be parsed is reported once, and not by the sample as well', () => {
  const problems = problemsOf('{ "name": ');
  expect(problems.map(({ severity, at }) => [severity, at.kind])).toEqual([['error', 'text']]);
});

test('a missing value map is reported', () => {
  const [first] = problemsOf('{ "name": $valueMap("tax", Name) }');
  expect(first).toMatchObject({ severity: 'error', message: expect.stringContaining('"tax"') as string });
});

test('a mapping that has not been started has no problems', () => {
  expect(problemsOf(' ').map(({ id }) => id)).toEqual(['sample']);
});

test('a ghost is one problem for all of its places, with a fix for all of them', () => {
  const text = '{ "name": Nmae & Nmae }';
  const checks = new CheckWork();
  const request = { text, shapes, former: '{}', samples: '[]' };
  const ghosts = ghostFields(checks.checked(request), request);
  const problems = mapperProblems({
    references: [],
    check: checks.check(request),
    ghosts,
    result: undefined,
    outcomes: quiet,
  });
  expect(problems.map(({ message, fix }) => [message, fix])).toEqual([
    [
      'Nmae is not in the schema of the source, and the text reads it in 2 places. It is probably Name now (likely, 80 %). Nearly the same spelling.',
      {
        title: 'Use Name instead',
        edits: [
          { start: 10, end: 14, text: 'Name' },
          { start: 17, end: 21, text: 'Name' },
        ],
      },
    ],
  ]);
});
