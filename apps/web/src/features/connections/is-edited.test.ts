import { expect, test } from 'vitest';
import { isEdited } from './is-edited.ts';

const initial = {
  name: 'Sales',
  key: 'sales',
  settings: { baseUrl: 'https://a.example', limit: 5 },
  authMethod: 'token',
  secrets: {},
};

test.each([
  ['nothing', initial, false],
  ['a field that was filled and emptied again', { ...initial, settings: { ...initial.settings, ca: '' } }, false],
  ['a secret that was opened and left', { ...initial, secrets: { token: undefined } }, false],
  ['the order of settings', { ...initial, settings: { limit: 5, baseUrl: 'https://a.example' } }, false],
  ['the name', { ...initial, name: 'Sales 2' }, true],
  ['a setting', { ...initial, settings: { ...initial.settings, limit: 4 } }, true],
  ['a setting that is removed', { ...initial, settings: { ...initial.settings, limit: '' } }, true],
  ['the way to sign in', { ...initial, authMethod: 'key' }, true],
  ['a new secret', { ...initial, secrets: { token: 'new' } }, true],
  ['a secret that is removed', { ...initial, secrets: { token: null } }, true],
])('%s', (_what, draft, edited) => {
  expect(isEdited(initial, draft)).toBe(edited);
});
