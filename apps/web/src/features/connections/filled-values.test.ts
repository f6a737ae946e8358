import { expect, it } from 'vitest';
import { filledValues, secretChanges } from './filled-values.ts';

it('sends what is filled in', () => {
  expect(filledValues({ url: 'https://a.example', region: '', timeout: 0, paging: false, ca: undefined })).toEqual({
    url: 'https://a.example',
    timeout: 0,
    paging: false,
  });
});

it('sends secrets that are new or removed, but not those that stay', () => {
  expect(secretChanges({ clientSecret: 'new', webhookSecret: null, token: undefined, other: '' })).toEqual({
    clientSecret: 'new',
    webhookSecret: null,
  });
});
