import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSystem } from '../start-system.ts';
import type { RunningSystem } from '../start-system.ts';
import { testSystem } from '../test-system.ts';

let system: RunningSystem;
beforeAll(async () => {
  system = await startSystem(testSystem, { log: () => {} });
});
afterAll(async () => await system.close());

test.each<[string, string, RequestInit, string | undefined]>([
  ['an implemented parameter', '/things?page=2', {}, undefined],
  ['one that the vendor ignores', '/things?_=17', {}, undefined],
  ['one that the stand-in lacks', '/things?colour=red', {}, 'the query parameter “colour”'],
  ['one that nobody knows', '/things?pgae=2', {}, 'the query parameter “pgae”'],
  ['a header of the transport', '/things', { headers: { 'X-Request-Id': '1' } }, undefined],
  ['a header that the route follows', '/things', { headers: { 'x-thing-version': '2' } }, undefined],
  [
    'a vendor’s header on a route that does not follow it',
    '/things',
    { method: 'POST', headers: { 'X-Thing-Version': '2' } },
    'the header “x-thing-version”',
  ],
  ['a member of the body', '/things', { method: 'POST', body: '{"name":"a"}' }, undefined],
  ['a member that nobody knows', '/things', { method: 'POST', body: '{"nmae":"a"}' }, 'the body member “nmae”'],
  ['a member of a form', '/things', { method: 'POST', body: new URLSearchParams('name[first]=a') }, undefined],
  [
    'a member of a form that nobody knows',
    '/things',
    { method: 'POST', body: new URLSearchParams('nmae=a') },
    'the body member “nmae”',
  ],
  ['a path that is not the system’s', '/__health?any=1', {}, undefined],
])('%s', async (_title, path, request, refused) => {
  const response = await fetch(`${system.url}${path}`, request);
  const body = (await response.json()) as { problem?: string };
  expect({ isRefused: response.status === 501, problem: body.problem }).toEqual({
    isRefused: refused !== undefined,
    problem: refused,
  });
});
