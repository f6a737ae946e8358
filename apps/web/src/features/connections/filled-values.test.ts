import { expect, it } from 'vitest';
import { filledValues, secretChanges } from './filled-values.ts';

it('sends filled-in values', () => {
  expect(filledValues({ url: 'https://a.example', region: '', timeout: 0, paging: false, ca: undefined })).toEqual({
    url: 'https://a.example',
    timeout: 0,
    paging: false,
  });
});

it('sends new and removed secrets, but not unchanged ones', () => {
  expect(secretChanges({ clientSecret: 'new', webhookSecret: null, token: undefined, other: '' })).toEqual({
    clientSecret: 'new',
    webhookSecret: null,
  });
});
