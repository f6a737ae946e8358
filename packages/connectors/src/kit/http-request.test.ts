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
