import { expect, test } from 'vitest';
import { postJson, send } from './support/send.ts';

/** 2,000 bytes in which every level refers twice to the level below it. */
function doublingReferences(levels: number): string {
  let json: unknown = {};
  const equalities: Record<string, string[]> = {};
  let path = 'a';
  for (let level = 0; level < levels; level += 1) {
    json = { a: json, b: null };
    equalities[path] = [path.replace(/a$/, 'b')];
    path = `${path}.a`;
  }
  return JSON.stringify({ json, meta: { referentialEqualities: equalities } });
}

const start = '/api/trpc/runs.start';
const input = (payload: string): string =>
  `{"json":{"environment":"test","flowKey":"closed-won-handoff","reason":"attack","payload":${payload}}}`;

const annotated = (payload: string, kind: readonly string[]): string =>
  `${input(payload).slice(0, -1)},"meta":{"values":{"payload":${JSON.stringify(kind)}}}}`;

const bodies: readonly [what: string, body: string, status: number][] = [
  ['references that double the work with every level', doublingReferences(25), 400],
  ['a cycle', '{"json":{"a":null},"meta":{"referentialEqualities":[["a"]]}}', 400],
  ['a bigint', '{"json":"1","meta":{"values":["bigint"]}}', 400],
  ['a regular expression', '{"json":"/(a+)+$/","meta":{"values":["regexp"]}}', 400],
  ['the key __proto__', input('{"__proto__":{"roles":["admin"]}}'), 400],
  ['the key constructor', input('{"constructor":{"prototype":{"roles":["admin"]}}}'), 400],
  ['the NUL character', input(String.raw`{"a":"a\u0000b"}`), 400],
  ['half a surrogate pair', input(String.raw`{"a":"\ud800"}`), 400],
  ['a hundred thousand levels', input('['.repeat(100_000) + ']'.repeat(100_000)), 400],
  ['a date where data belongs', annotated('"2026-01-01T00:00:00.000Z"', ['Date']), 400],
  ['a number without an end where data belongs', annotated('"Infinity"', ['number']), 400],
  ['a number too large for any computer', input('1e999'), 400],
  ['data that is missing', annotated('null', ['undefined']), 400],
  ['half a JSON text', '{"json":', 400],
  ['seven megabytes', input(JSON.stringify('x'.repeat(7_000_000))), 413],
];

test.each(bodies)('a call with %s gets a refusal, and the next call is answered', async (_what, body, status) => {
  expect((await postJson(start, body, 'olga')).status).toBe(status);
  expect((await send('/api/trpc/workspace.current', { as: 'olga' })).status).toBe(200);
});

test('the same bodies are refused without a session too', async () => {
  for (const [, body, status] of bodies) expect([status, 401, 413]).toContain((await postJson(start, body)).status);
});

const spread = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(',');

const costly: readonly [what: string, body: string][] = [
  [
    '300,000 annotations',
    `{"json":{"token":1},"meta":{"values":{${spread(300_000, (index) => `"k${index}":["Date"]`)}}}}`,
  ],
  ['1.9 million objects', `{"json":{"token":[${spread(1_900_000, () => '{}')}]}}`],
  ['20,001 bytes', JSON.stringify({ json: { token: 'x'.repeat(19_980) } })],
];

test.each(costly)(
  'a call of a stranger with %s is refused by its size, before anything is parsed',
  async (_what, body) => {
    for (const procedure of ['access.describe', 'access.finishReset', 'runs.start']) {
      const { status, text } = await postJson(`/api/trpc/${procedure}`, body);
      expect({ status, text }).toEqual({ status: 413, text: '{"message":"The body is larger than 20000 bytes."}' });
    }
  },
);

test('a cookie that belongs to no session lets a stranger send no more', async () => {
  const headers = { 'content-type': 'application/json', cookie: 'better-auth.session_token=forged.forged' };
  const body = costly[0]?.[1] ?? '';
  expect((await send('/api/trpc/access.describe', { method: 'POST', headers, body })).status).toBe(413);
});

test('a member gets a refusal too for more values or annotations than a document has', async () => {
  const [annotations, objects] = costly;
  expect(await postJson(start, objects?.[1] ?? '', 'olga')).toMatchObject({
    status: 413,
    text: expect.stringContaining('more than 300,000 values') as string,
  });
  const fewer = `{"json":{},"meta":{"values":{${spread(5_001, (index) => `"k${index}":["Date"]`)}}}}`;
  expect(await postJson(start, fewer, 'olga')).toMatchObject({
    status: 400,
    text: expect.stringContaining('more than 5,000 annotations') as string,
  });
  expect((await postJson(start, annotations?.[1] ?? '', 'olga')).status).toBe(413);
  expect(
    (await postJson(`${start}?batch=1`, `{"0":${input(JSON.stringify('x'.repeat(20_000)))}}`, 'olga')).status,
  ).toBe(413);
});

test.each([',', '%2C'])(
  'a batch of more calls than a page makes, joined by %s, is refused before one of them runs',
  async (comma) => {
    const path = Array.from({ length: 500 }, () => 'workspace.current').join(comma);
    const { status, text } = await send(`/api/trpc/${path}?batch=1`, { as: 'olga' });
    expect(status).toBe(400);
    expect(text).toContain('Batch call exceeds maximum size');
    expect(text).not.toContain('"result"');
  },
);

test('a form, which a browser sends across sites without asking, is not read', async () => {
  const headers = { 'content-type': 'text/plain' };
  expect((await send(start, { method: 'POST', as: 'olga', headers, body: input('{}') })).status).toBe(415);
});

test('a sign-in with the NUL character or a huge body is refused, and causes no internal error', async () => {
  const path = '/api/auth/sign-in/email';
  expect((await postJson(path, String.raw`{"email":"ana\u0000@haldenpike.example","password":"x"}`)).status).toBe(400);
  expect((await postJson(path, JSON.stringify({ email: 'x'.repeat(100_000), password: 'x' }))).status).toBe(413);
});
