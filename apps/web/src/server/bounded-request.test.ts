import { expect, test } from 'vitest';
import { answeringRefusals, boundedRequest } from './bounded-request.ts';

const post = (body: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }): Request =>
  new Request('http://127.0.0.1/api', { method: 'POST', headers, body, duplex: 'half' } as RequestInit);

const statusOf = async (request: Request, maxBytes = 10): Promise<number> => {
  const answer = await answeringRefusals(async () => {
    const bounded = await boundedRequest(request, maxBytes);
    return Response.json(await bounded.json());
  });
  return answer.status;
};

test('a body within the limit is read, and a larger one is abandoned in the middle', async () => {
  expect(await statusOf(post('{"a":1}'))).toBe(200);
  expect(await statusOf(post('{"a":11111111}'))).toBe(413);
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(6));
    },
  });
  expect(await statusOf(post(endless))).toBe(413);
  expect(sent).toBeLessThan(5);
});

test('a text with the NUL character is refused, and one that only mentions its escape is read', async () => {
  expect(await statusOf(post(String.raw`"\u0000"`))).toBe(400);
  expect(await statusOf(post(String.raw`"\\u0000"`))).toBe(200);
});

test('a body that is not JSON is refused by its type or its text', async () => {
  expect(await statusOf(post('a=1', { 'content-type': 'application/x-www-form-urlencoded' }))).toBe(415);
  expect(await statusOf(post('{"a":', { 'content-type': 'application/json; charset=utf-8' }))).toBe(400);
});

test('a body with more values than are read is refused before it is parsed, whatever its texts hold', async () => {
  const list = (count: number): string => `[${Array.from({ length: count }, () => '{}').join(',')}]`;
  expect(await statusOf(post(list(149_000)), 6_000_000)).toBe(200);
  expect(await statusOf(post(list(150_000)), 6_000_000)).toBe(413);
  expect(await statusOf(post(`{"a":${list(150_000)}`), 6_000_000)).toBe(413);
  expect(await statusOf(post(JSON.stringify(String.raw`\",[{`.repeat(400_000))), 6_000_000)).toBe(200);
});
