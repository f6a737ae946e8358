import { expect, test } from 'vitest';
import { refuseUnreadable } from './unreadable-request.ts';

const led = (method: string, url: string): object => {
  const request = { method, url };
  refuseUnreadable(request);
  return request;
};

test.each([
  ['GET', '/api/trpc/%'],
  ['POST', '/api/trpc/runs.start%E0%A4'],
  ['GET', '/%c0%af'],
  ['TRACE', '/'],
  ['TRACE', '/api/trpc/workspace.current'],
  ['GET', 'http://[::/'],
])('%s %s is led to the route that refuses', (method, url) => {
  expect(led(method, url)).toEqual({ method: 'GET', url: '/api/unreadable' });
});

test.each([
  ['GET', '/api/trpc/runs.list%2Cruns.one?batch=1&input=%7B%7D'],
  ['GET', '/test/runs?text=%'],
  ['POST', '/api/auth/sign-in/email'],
  ['OPTIONS', '*'],
])('%s %s is left alone', (method, url) => {
  expect(led(method, url)).toEqual({ method, url });
});
