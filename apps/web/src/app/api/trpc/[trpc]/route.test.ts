import { expect, test } from 'vitest';
import { GET } from './route.ts';

test.each([
  ['plain', ','],
  ['encoded', '%2C'],
  ['encoded in small letters', '%2c'],
])('a batch of more than 30 calls is refused where its commas are %s', async (_, comma) => {
  const names = Array.from({ length: 31 }, () => 'account.read').join(comma);
  const url = `http://127.0.0.1/api/trpc/${names}?batch=1&input=${encodeURIComponent('{}')}`;
  const response = await GET(new Request(url));
  expect(response.status).toBe(400);
  expect(await response.text()).toMatch(/batch/i);
});
