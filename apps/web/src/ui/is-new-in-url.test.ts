import { expect, test } from 'vitest';
import { isNewInUrl } from './is-new-in-url.ts';

test('a link or the browser’s buttons name something else', () => {
  expect(isNewInUrl({ rendered: 'tests', address: 'tests', agreed: 'table' })).toBe(true);
});

test('what the screen wrote into the address is not new', () => {
  expect(isNewInUrl({ rendered: 'table', address: 'table', agreed: 'table' })).toBe(false);
});

test('an address that was replaced before it was rendered is not followed', () => {
  expect(isNewInUrl({ rendered: '', address: 'table', agreed: 'table' })).toBe(false);
});
