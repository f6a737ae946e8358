import { afterEach, describe, expect, it, vi } from 'vitest';
import { outlastingFetch } from './outlasting-fetch.ts';

afterEach(() => vi.unstubAllGlobals());

describe('outlastingFetch', () => {
  const keepaliveOf = async (body: string): Promise<boolean | undefined> => {
    const sent: RequestInit[] = [];
    vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
      sent.push(init);
      return Promise.resolve(new Response());
    });
    await outlastingFetch('/api/trpc/exceptions.replay', { method: 'POST', body });
    return sent[0]?.keepalive;
  };

  it('lets a request outlive its page, unless its body is too long for that', async () => {
    expect([
      await keepaliveOf('{}'),
      await keepaliveOf('x'.repeat(15_000)),
      await keepaliveOf('x'.repeat(15_001)),
    ]).toEqual([true, true, false]);
  });
});
