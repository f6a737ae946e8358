import { describe, expect, test } from 'vitest';
import { problemCodes } from './problem.ts';
import { documentCases } from '../../testing/flow/document-cases.ts';
import { expressionCases } from '../../testing/flow/expression-cases.ts';
import { edited } from '../../testing/flow/problem-case.ts';
import { referenceCases } from '../../testing/flow/reference-cases.ts';
import { sampleContext, validFlow } from '../../testing/flow/sample-flow.ts';
import { structureCases } from '../../testing/flow/structure-cases.ts';
import { validateFlow } from './validate.ts';

const cases = { ...structureCases, ...expressionCases, ...referenceCases, ...documentCases };

test('a valid flow has no problems', () => {
  expect(validateFlow(validFlow(), sampleContext)).toEqual([]);
});

test.each([null, 5, 'text', [], undefined])('%j is refused as a non-document, without throwing', (input) => {
  expect(validateFlow(input, sampleContext)).toEqual([
    {
      pointer: '',
      code: 'NOT_A_DOCUMENT',
      severity: 'error',
      message: 'This is not a flow document: it has to be a JSON object with "format": 2.',
    },
  ]);
});

const line = ({ severity, code, pointer, stepId, message }: ReturnType<typeof validateFlow>[number]): string =>
  `${severity} ${code} ${pointer}${stepId === undefined ? '' : ` [${stepId}]`}: ${message}`;

describe.each(Object.entries(cases))('%s', (_title, { problems, expected }) => {
  test('is reported in one sentence with its location', () => {
    expect(problems().map(line)).toEqual(expected);
  });
});

test('every code has its case', () => {
  const shown = Object.values(cases).flatMap(({ problems }) => problems().map(({ code }) => code));
  // The cases above or the tests of mappings, which run asynchronously, cover these.
  expect(new Set([...shown, 'NOT_A_DOCUMENT', 'TEST_FAILED', 'TEST_NOT_RUN'])).toEqual(new Set(problemCodes));
});

test('a problem in an expression gives its range in the text', () => {
  const text = '$trigger.Id & $nope & $steps.gone.x';
  const flow = edited(validFlow(), { '/body/0/config/find/value': text });
  const ranges = validateFlow(flow, sampleContext).map(({ code, range }) => [
    code,
    range && text.slice(range.start, range.end),
  ]);
  expect(ranges).toEqual([
    ['UNKNOWN_VARIABLE', '$nope'],
    ['UNKNOWN_STEP', '$steps.gone'],
  ]);
});
