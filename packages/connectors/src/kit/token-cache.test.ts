import { describe, expect, it } from 'vitest';
import { TokenCache } from './token-cache.ts';

/** A vendor that hands out tokens t1, t2 … each valid for `lifetimeMs`. */
function vendor(lifetimeMs?: number) {
  const state = { now: 0, fetched: 0 };
  const cache = new TokenCache(
    () => {
      state.fetched += 1;
      const value = `t${state.fetched}`;
      return Promise.resolve(lifetimeMs === undefined ? { value } : { value, expiresAtMs: state.now + lifetimeMs });
    },
    () => state.now,
  );
  return { cache, state };
}

describe('TokenCache', () => {
  it('fetches one token for all who ask at the same time', async () => {
    const { cache, state } = vendor();
    expect(await Promise.all([cache.get(), cache.get(), cache.get()])).toEqual(['t1', 't1', 't1']);
    expect(state.fetched).toBe(1);
  });

  it('renews a minute before the end', async () => {
    const { cache, state } = vendor(3_600_000);
    await cache.get();
    state.now = 3_539_000;
    expect(await cache.get()).toBe('t1');
    state.now = 3_540_000;
    expect(await cache.get()).toBe('t2');
  });

  it('renews once when several requests with the same token are refused', async () => {
    const { cache, state } = vendor();
    const old = await cache.get();
    cache.reject(old);
    expect(await cache.get()).toBe('t2');
    cache.reject(old);
    expect(await cache.get()).toBe('t2');
    expect(state.fetched).toBe(2);
  });

  it('asks again after a failed sign-in', async () => {
    let isDown = true;
    const cache = new TokenCache(
      () => (isDown ? Promise.reject(new Error('down')) : Promise.resolve({ value: 't1' })),
      () => 0,
    );
    await expect(cache.get()).rejects.toThrow('down');
    isDown = false;
    expect(await cache.get()).toBe('t1');
  });
});
