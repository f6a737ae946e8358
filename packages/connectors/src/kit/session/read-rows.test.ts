import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { expect, it } from 'vitest';
import { cursor } from '../pagers/cursor.ts';
import { readAllRows } from './read-rows.ts';
import type { Call } from './system.ts';

const object = { name: 'things', title: 'Thing', read: { pageSize: 2 } } as ObjectManifest;

/** A call to a vendor that answers with these cursors, one after the other. */
function vendor(...cursors: readonly (string | undefined)[]): Call {
  const replies = cursors.map((after, page) => ({ results: [{ id: String(page) }], paging: { next: { after } } }));
  const wire = {
    pager: cursor('paging.next.after'),
    request: () => ({ method: 'GET', path: '/things', isRepeatable: true }),
    rows: (body: { readonly results: readonly object[] }) => body.results,
    toRecord: (row: object) => row,
  };
  const call = {
    manifest: { title: 'Vendor' },
    wireOf: () => wire,
    schema: () => Promise.resolve({}),
    send: () => Promise.resolve({ body: replies.shift() }),
  };
  return call as unknown as Call;
}

it('reads on until there is no next page', async () => {
  expect(await readAllRows(vendor('a', 'b', undefined), object, [])).toEqual([{ id: '0' }, { id: '1' }, { id: '2' }]);
});

it('stops at a vendor that gives the same page as the next one', async () => {
  await expect(readAllRows(vendor('a', 'a', 'a'), object, [])).rejects.toMatchObject({
    class: 'fatal',
    message: 'Vendor gives the same page of Thing as the next one.',
  });
});
