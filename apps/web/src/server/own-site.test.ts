import { expect, test } from 'vitest';
import { isFromOtherSite } from './own-site.ts';

const host = '127.0.0.1:8400';
const publicUrl = 'https://throughline.example';

test.each<[what: string, headers: Record<string, string>, isOther: boolean]>([
  ['our own page', { 'sec-fetch-site': 'same-origin', origin: `http://${host}` }, false],
  ['an address that a person typed', { 'sec-fetch-site': 'none' }, false],
  ['our own page, where the browser sends the origin alone', { origin: `http://${host}` }, false],
  ['our own page behind a proxy that changes the host', { origin: publicUrl }, false],
  ['a program', {}, false],
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://attacker.example' }, true],
  ['another host of our own domain', { 'sec-fetch-site': 'same-site', origin: 'https://blog.example' }, true],
  ['another site, where the browser sends the origin alone', { origin: 'https://attacker.example' }, true],
  ['another port of the same host', { origin: 'http://127.0.0.1:9000' }, true],
  ['a page without an origin, such as a sandboxed frame', { origin: 'null' }, true],
  ['an origin that is none', { origin: 'file://' }, true],
])('a request of %s', (_what, headers, isOther) => {
  expect(isFromOtherSite(new Headers({ host, ...headers }), publicUrl)).toBe(isOther);
});
