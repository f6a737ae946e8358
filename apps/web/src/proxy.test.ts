import { NextRequest } from 'next/server';
import { afterEach, expect, test, vi } from 'vitest';
import { proxy } from './proxy.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const call = (headers: Record<string, string>, path = '/api/trpc/runs.start') =>
  proxy(new NextRequest(`http://127.0.0.1:8400${path}`, { method: 'POST', headers }));

test('a call from a page of another site is refused, with every header of other answers', () => {
  const response = call({ 'sec-fetch-site': 'cross-site', origin: 'https://attacker.example' });
  expect(response.status).toBe(403);
  const { 'content-security-policy': policy, ...headers } = Object.fromEntries(response.headers);
  expect(policy).toContain("default-src 'self'");
  expect(headers).toEqual({
    'content-type': 'application/json',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
});

test('a call from our own page passes, and a link on another site can open a page', () => {
  expect(call({ 'sec-fetch-site': 'same-origin' }).headers.get('x-middleware-next')).toBe('1');
  expect(call({ 'sec-fetch-site': 'cross-site' }, '/sign-in').headers.get('x-middleware-next')).toBe('1');
});

test('strict transport security is set for people who use https, and for nobody else', () => {
  const seen = (publicUrl: string | undefined): string | null => {
    vi.stubEnv('THROUGHLINE_PUBLIC_URL', publicUrl);
    return call({}).headers.get('strict-transport-security');
  };
  expect(seen('https://throughline.example')).toBe('max-age=63072000; includeSubDomains');
  expect(seen('http://throughline.example')).toBe(null);
  expect(seen(undefined)).toBe(null);
});
