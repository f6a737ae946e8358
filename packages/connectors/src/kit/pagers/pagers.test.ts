import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../http-request.ts';
import { afterId } from './after-id.ts';
import { cursor } from './cursor.ts';
import { nextUrl } from './next-url.ts';
import { offset } from './offset.ts';
import { page } from './page.ts';
import type { Pager, Position } from './pager.ts';
import { whole } from './whole.ts';

const request: HttpRequest = { method: 'GET', path: '/things', query: { of: 'a' }, isRepeatable: true };
const row = { id: '9' };

/** What a pager asks for at a position, and where it goes on after a reply of two rows. */
function walk(pager: Pager, body: unknown, position?: Position) {
  const { path, query } = pager.ask(request, { pageSize: 2, position });
  return { path, query, next: pager.next(body, { pageSize: 2, position }, [row, row]) };
}

describe('pagers', () => {
  const byUrl = nextUrl('links.next', '/things', ({ id }) => id);
  const byOffset = offset('hasMore');
  const byNumber = page({ size: 'per_page', total: 'meta.count' });
  const byId = afterId(({ id }) => id);
  const byCursor = cursor('paging.next.after');

  it.each([
    [
      byUrl,
      { links: { next: '/things/2' } },
      undefined,
      { path: '/things', query: { of: 'a' }, next: { next: '/things/2', last: '9' } },
    ],
    [byUrl, { links: {} }, { next: '/things/2' }, { path: '/things/2', query: undefined, next: undefined }],
    [
      byOffset,
      { hasMore: true },
      { offset: 4 },
      { path: '/things', query: { of: 'a', limit: 2, offset: 4 }, next: { offset: 6 } },
    ],
    [
      byOffset,
      { hasMore: false },
      undefined,
      { path: '/things', query: { of: 'a', limit: 2, offset: 0 }, next: undefined },
    ],
    [
      byNumber,
      { meta: { count: 3 } },
      undefined,
      { path: '/things', query: { of: 'a', page: 1, per_page: 2 }, next: { page: 2 } },
    ],
    [
      byNumber,
      { meta: { count: 3 } },
      { page: 2 },
      { path: '/things', query: { of: 'a', page: 2, per_page: 2 }, next: undefined },
    ],
    [
      byCursor,
      { paging: { next: { after: 'x' } } },
      { after: 'w' },
      { path: '/things', query: { of: 'a', limit: 2, after: 'w' }, next: { after: 'x' } },
    ],
    [whole, {}, undefined, { path: '/things', query: { of: 'a' }, next: undefined }],
    [byId, undefined, { after: '7' }, { path: '/things', query: { of: 'a' }, next: { after: '9' } }],
  ])('ask for a page and say where the next one begins (%#)', (pager, body, position, expected) => {
    expect(walk(pager, body, position)).toEqual(expected);
  });

  it('go on after the last id where the vendor forgot an address', () => {
    expect(byUrl.resume?.({ next: '/things/2', last: '9' })).toEqual({ after: '9' });
    expect(byUrl.resume?.({ next: '/things/2' })).toBeUndefined();
  });

  it('put the cursor of a search beside its filters', () => {
    const search: HttpRequest = { method: 'POST', path: '/search', body: { filters: [] }, isRepeatable: true };
    expect(byCursor.ask(search, { pageSize: 2, position: { after: 'w' } })).toEqual({
      ...search,
      body: { filters: [], limit: 2, after: 'w' },
    });
  });

  it('end where fewer rows come than were asked for', () => {
    expect(byId.next(undefined, { pageSize: 3 }, [row])).toBeUndefined();
    expect(byNumber.next({ meta: { count: 99 } }, { pageSize: 2 }, [])).toBeUndefined();
  });

  it('know their own positions, and follow no address that leads elsewhere', () => {
    const positions: Position[] = [
      { next: '/things/2' },
      { next: 'https://elsewhere.example/' },
      { offset: 4 },
      { page: 2 },
      { after: '7' },
    ];
    const owners = [byUrl, byOffset, byNumber, byId].map((pager) => positions.map((each) => pager.isOurs(each)));
    expect(owners).toEqual([
      [true, false, false, false, true],
      [false, false, true, false, false],
      [false, false, false, true, false],
      [false, false, false, false, true],
    ]);
  });
});
