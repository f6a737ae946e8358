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
  ['GET', 'http://evil.example/'],
  ['GET', 'http://127.0.0.1:8800/sign-in'],
  ['GET', 'evil.example:443'],
  ['GET', '//evil.example/x'],
  ['GET', '///evil.example'],
  ['GET', '/\\\\evil.example'],
  ['GET', '/test//runs'],
])('%s %s is led to the route that refuses', (method, url) => {
  expect(led(method, url)).toEqual({ method: 'GET', url: '/api/unreadable' });
});

test.each([
  ['GET', '/api/trpc/runs.list%2Cruns.one?batch=1&input=%7B%7D'],
  ['GET', '/test/runs?text=%'],
  ['GET', '/sign-in?next=//evil.example/'],
  ['GET', '/'],
  ['GET', '/?next=/'],
  ['POST', '/api/auth/sign-in/email'],
  ['OPTIONS', '*'],
])('%s %s is left alone', (method, url) => {
  expect(led(method, url)).toEqual({ method, url });
});

test.each([
  ['/test/runs/', '/test/runs'],
  ['/test/runs/?text=a?b/', '/test/runs?text=a?b/'],
])('%s is read like %s, without a redirect', (url, read) => {
  expect(led('GET', url)).toEqual({ method: 'GET', url: read });
});
