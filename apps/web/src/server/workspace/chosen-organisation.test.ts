import { expect, it } from 'vitest';
import { chosenOrganisation } from './chosen-organisation.ts';

it.each([
  ['throughline-organisation=acme', 'acme'],
  ['session=x; throughline-organisation=halden-pike; theme=dark', 'halden-pike'],
  ['not-throughline-organisation=acme', undefined],
  ['throughline-organisation=../x', undefined],
  ['throughline-organisation=', undefined],
  [null, undefined],
])('reads the choice from the cookies %s', (cookies, key) => {
  expect(chosenOrganisation(cookies)).toBe(key);
});
