import { expect, test } from 'vitest';
import { people, type PersonName } from './support/people.ts';
import { product } from './support/product.ts';
import { query, send } from './support/send.ts';
import { sendRaw } from './support/send-raw.ts';

test('everybody is signed in as themselves, the stranger in another firm', async () => {
  const names = Object.keys(people) as PersonName[];
  const seen = await Promise.all(
    names.map(async (name) => {
      const { result } = await query(name, 'workspace.current');
      const { person, organisation } = result as { person: { name: string }; organisation: { key: string } };
      return [person.name, organisation.key];
    }),
  );
  expect(seen).toEqual([
    ['Ana Ruiz', 'halden-pike'],
    ['Ben Okafor', 'halden-pike'],
    ['Olga Weiss', 'halden-pike'],
    ['Ada Lindqvist', 'halden-pike'],
    ['Mallory Quist', 'other-firm'],
  ]);
});

test('procedures return nothing to somebody who is signed out', async () => {
  const { status, text } = await send('/api/trpc/workspace.current');
  expect({ status, names: text.includes('Halden') }).toEqual({ status: 401, names: false });
});

test('bytes that are not an HTTP request get 400, and the connection is closed', async () => {
  const answer = await sendRaw(product().webUrl, 'THIS IS NOT HTTP\r\n\r\n');
  expect(answer.split('\r\n')[0]).toBe('HTTP/1.1 400 Bad Request');
});
