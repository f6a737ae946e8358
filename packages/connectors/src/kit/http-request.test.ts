import { expect, test } from 'vitest';
import { buildUrl } from './http-request.ts';

const base = 'https://halden.my.salesforce.com';

test('a path and a link of the same origin lead to the connection', () => {
  expect(buildUrl(`${base}/`, { path: '/a', query: { b: 1 } }).href).toBe(`${base}/a?b=1`);
  expect(buildUrl(base, { path: `${base}/services/query/01g-2000` }).href).toBe(`${base}/services/query/01g-2000`);
});

test.each([
  'https://attacker.example/query',
  'http://halden.my.salesforce.com/query',
  'HTTPS://attacker.example/query',
  'https://halden.my.salesforce.com:8443/query',
  '@attacker.example/query',
  '.attacker.example/query',
])('a link to %s is refused before anything is sent', (path) => {
  expect(() => buildUrl(base, { path })).toThrow(
    /this connection speaks to https:\/\/halden\.my\.salesforce\.com only/,
  );
});

test.each([
  '/a/..',
  '/a/../b',
  '/a/./b',
  '/a/..?b=1',
  '/a/%2E%2e/b',
  '/a/.%2e',
  '/a\\..\\b',
  '/a/.\t./b',
  `${base}/a/../b`,
])('a path that would resolve to another is refused: %j', (path) => {
  expect(() => buildUrl(base, { path })).toThrow(/No record can be addressed by “\.” or “\.\.”/);
});

test('dots are taken where they resolve to nothing else', () => {
  const path = '/a.json/...b/..c?d=/../e';
  expect(buildUrl(base, { path }).href).toBe(base + path);
});
