import { expect, test } from 'vitest';
import { mostBytes } from './most-bytes.ts';

const call = 'http://127.0.0.1/api/trpc/drafts.save';
const person = { id: 'user-ana', name: 'Ana Ruiz', email: 'ana@haldenpike.example' };

test('a member may send a document, in one call; strangers and batches get no more than a sign-in', () => {
  expect(mostBytes(call, { person })).toBe(6_000_000);
  expect(mostBytes(`${call}?batch=1`, { person })).toBe(20_000);
  expect(mostBytes(call, { person: undefined })).toBe(20_000);
});
