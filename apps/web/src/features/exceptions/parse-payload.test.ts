import { expect, it } from 'vitest';
import { parsePayload } from './parse-payload.ts';

it('parses JSON, and says where it is invalid', () => {
  expect(['{"a": 1}', '{\n  "a": 1,\n}', '{"a"', ' '].map(parsePayload)).toEqual([
    { isOk: true, value: { a: 1 } },
    { isOk: false, problem: 'This is not JSON: line 3, column 1. Check commas, quotes and brackets there.' },
    { isOk: false, problem: expect.stringMatching(/^This is not/) },
    { isOk: false, problem: 'The payload is empty. Enter JSON, or undo.' },
  ]);
});
