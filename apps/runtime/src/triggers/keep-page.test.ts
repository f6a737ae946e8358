import { expect, it } from 'vitest';
import { StatementError } from '@throughline/core/db/database-error';
import { keepPage, type WhileFollowed } from './keep-page.ts';
import type { StorePageInput } from './store-page.ts';

const change = (id: string) => ({ id, kind: 'updated', version: '1', changedAt: '2026-11-30T12:00:00.000Z' }) as const;
const input = { page: { changes: [change('a'), change('b')], cursor: 'c-2', hasMore: false } };

/** Keeps a page while its transactions end like this, one after the other; answers the result and how many it began. */
const keep = async (...ends: readonly ('refused' | 'left' | 'done')[]) => {
  let begun = 0;
  const whileFollowed = (() => {
    const end = ends[begun];
    begun += 1;
    return end === 'refused' ? Promise.reject(refused) : Promise.resolve(end === 'done');
  }) as WhileFollowed;
  return { isKept: await keepPage(input as unknown as StorePageInput, whileFollowed), begun };
};

const refused = new StatementError('22P05', undefined, undefined);

it('a page of which something is refused for good is stored change by change, and passed', async () => {
  expect(await keep('refused', 'refused', 'done', 'done', 'done')).toEqual({ isKept: true, begun: 5 });
});

it('a flow that moves while its page is stored change by change leaves the rest of the page unread', async () => {
  expect(await keep('refused', 'left')).toEqual({ isKept: false, begun: 2 });
  expect(await keep('refused', 'refused', 'left')).toEqual({ isKept: false, begun: 3 });
  expect(await keep('refused', 'done', 'done', 'left')).toEqual({ isKept: false, begun: 4 });
});
