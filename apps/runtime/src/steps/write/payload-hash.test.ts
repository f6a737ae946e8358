import { describe, expect, it } from 'vitest';
import { payloadHash } from './payload-hash.ts';

describe('payloadHash', () => {
  it('does not depend on the order of keys or on absent ones', () => {
    expect(payloadHash('upsert', { a: 1, b: { c: [2], d: undefined } })).toBe(
      payloadHash('update', { b: { c: [2] }, a: 1 }),
    );
  });

  it('depends on everything else', () => {
    const hashes = [{ a: 1 }, { a: '1' }, { a: [1] }, { a: null }, {}].map((record) => payloadHash('upsert', record));
    expect(new Set([...hashes, payloadHash('delete', undefined)]).size).toBe(6);
  });
});
