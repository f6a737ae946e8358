import { TRPCClientError } from '@trpc/client';
import { expect, it } from 'vitest';
import { errorPlaces } from './error-places.ts';

const refused = (reason: string, message: string) =>
  new TRPCClientError(message, { result: { error: { code: -32_000, message, data: { reason } } } });

it.each([
  ['NAME_TAKEN', 'name'],
  ['NAME_NOT_ALLOWED', 'name'],
  ['EMAIL_NOT_VALID', 'email'],
  ['ACCOUNT_EXISTS', 'form'],
  ['PASSWORD_WEAK', 'password'],
  ['PASSWORD_SAME', 'password'],
  ['PASSWORD_WRONG', 'current'],
  ['LINK_NOT_FOUND', 'form'],
])('%s is said at: %s', (reason, place) => {
  expect(errorPlaces(refused(reason, 'Why.'))).toEqual({ [place]: 'Why.' });
});

it('shows no error for a field that was changed since', () => {
  const error = refused('EMAIL_NOT_VALID', 'Why.');
  const sent = { name: 'Ana', email: 'ana@' };
  expect(errorPlaces(error, sent, { name: 'Ana Ruiz', email: 'ana@' })).toEqual({ email: 'Why.' });
  expect(errorPlaces(error, sent, { name: 'Ana', email: 'ana@acme.test' })).toEqual({});
});

it('shows nothing when nothing failed', () => {
  expect(errorPlaces(null)).toEqual({});
});
