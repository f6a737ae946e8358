import { describe, expect, it } from 'vitest';
import { outboundGuard } from './outbound-guard.ts';

describe('outboundGuard', () => {
  const allows = (address: string, isPrivateAllowed = false): boolean => {
    try {
      outboundGuard(isPrivateAllowed)(new URL(address));
      return true;
    } catch {
      return false;
    }
  };

  it.each([
    'https://halden.my.salesforce.com/services',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
    'https://172.32.0.1/',
  ])('lets through %s', (address) => {
    expect(allows(address)).toBe(true);
  });

  it.each([
    'http://127.0.0.1:8411/',
    'http://localhost/',
    'http://metadata/',
    'http://169.254.169.254/latest/meta-data',
    'http://10.1.2.3/',
    'http://192.168.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[fd00::1]/',
    'http://2130706433/',
    'http://db.internal/',
    'ftp://example.com/',
  ])('stops %s', (address) => {
    expect(allows(address)).toBe(false);
  });

  it('lets private networks through where they are allowed, but nothing other than HTTP', () => {
    expect([allows('http://127.0.0.1/', true), allows('ftp://127.0.0.1/', true)]).toEqual([true, false]);
  });
});
