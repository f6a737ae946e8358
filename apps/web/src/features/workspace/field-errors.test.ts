import { TRPCClientError } from '@trpc/client';
import { expect, it } from 'vitest';
import { fieldErrors } from './field-errors.ts';

const faults = [
  { field: 'name', message: 'The name is longer than 120 characters. Shorten it.' },
  { field: 'page', message: 'The page has to be at most 9.' },
];
const refused = (data: object): Error =>
  TRPCClientError.from({ error: { code: -32_600, message: 'All of it.', data } } as never);

it('sentences about fields of the form stand at them, and the others below', () => {
  expect(fieldErrors(refused({ faults }), 'name', 'note')).toEqual({
    at: { name: 'The name is longer than 120 characters. Shorten it.' },
    rest: 'The page has to be at most 9.',
  });
  expect(fieldErrors(refused({ faults: faults.slice(0, 1) }), 'name')).toEqual({
    at: { name: 'The name is longer than 120 characters. Shorten it.' },
    rest: undefined,
  });
});

it('a failure that is about no field stands below all of them', () => {
  expect(fieldErrors(refused({ reason: 'DEFINITION_KEY_TAKEN' }), 'name')).toEqual({ at: {}, rest: 'All of it.' });
  expect(fieldErrors(null, 'name')).toEqual({ at: {}, rest: undefined });
});
