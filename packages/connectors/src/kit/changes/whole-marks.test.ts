import type { SourceRecord } from '@throughline/core/connector';
import { describe, expect, it } from 'vitest';
import { kantataManifest as manifest } from '../../kantata/manifest.ts';
import { page } from '../pagers/page.ts';
import type { Call, ObjectWire } from '../session/system.ts';
import { wholeMarks } from './whole-marks.ts';

const { workspaces } = manifest.objects;
if (workspaces === undefined) throw new Error('Kantata has workspaces.');
const object = { ...workspaces, read: { pageSize: 3 } };
const since = '2026-11-23T12:00:00.000Z';
const at = (second: number) => `2026-11-23T12:00:${String(second).padStart(2, '0')}.000Z`;

/** A vendor that lists records by their marks in pages of three. `between` changes them before each further page. */
function world(records: SourceRecord[], between: (records: SourceRecord[]) => void = () => {}) {
  let asked = 0;
  const wire = {
    mark: 'updated_at',
    pager: page({ size: 'size', total: 'count' }),
    request: (_call, _object, { where }) => {
      const [from] = where;
      return { method: 'GET', path: '/', body: from?.test === 'not-before' ? from.at : '', isRepeatable: true };
    },
    rows: (body) => (body as { rows: SourceRecord[] }).rows,
    toRecord: (row) => row,
  } satisfies ObjectWire;
  const call = {
    manifest,
    wireOf: () => wire,
    schema: () => Promise.resolve({}),
    send: ({ body, query }: { body: string; query: { page: number } }) => {
      if (query.page > 1) between(records);
      asked += 1;
      const all = records
        .filter((each) => String(each['updated_at']) >= body)
        .toSorted((a, b) => String(a['updated_at']).localeCompare(String(b['updated_at'])));
      const rows = all.slice((query.page - 1) * 3, query.page * 3);
      return Promise.resolve({ status: 200, headers: {}, body: { rows, count: all.length } });
    },
  } as unknown as Call;
  const poll = async (limit: number) => {
    const seen: string[][] = [];
    let cursor: string | undefined;
    for (;;) {
      const got = await wholeMarks()({ call, object, cursor, since, limit, overlapMs: 0 });
      seen.push(got.changes.map(({ id }) => id));
      cursor = got.cursor;
      if (!got.hasMore) return { seen, asked };
    }
  };
  return { poll };
}

const record = (id: string, second: number): SourceRecord => ({ id, updated_at: at(second) });

describe('wholeMarks', () => {
  it('ends every page between two marks, and begins the next one by time alone', async () => {
    const { poll } = world([
      record('a', 1),
      record('b', 2),
      record('c', 3),
      record('d', 3),
      record('e', 4),
      record('f', 5),
    ]);
    expect(await poll(10)).toEqual({
      seen: [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
      asked: 3,
    });
  });

  it('pages on while all of a page shares one mark', async () => {
    const { poll } = world(['a', 'b', 'c', 'd'].map((id) => record(id, 1)).concat(record('e', 2)));
    expect((await poll(10)).seen).toEqual([['a', 'b', 'c', 'd', 'e']]);
  });

  it('hands out more than was asked for rather than half of a mark', async () => {
    const { poll } = world([record('a', 1), record('b', 1), record('c', 2)]);
    expect((await poll(1)).seen).toEqual([['a', 'b'], ['c']]);
  });

  it('loses no record when another one moves to the end meanwhile', async () => {
    const records = [1, 2, 3, 4, 5, 6].map((second) => record(String(second), second));
    const { poll } = world(records, () => records.splice(0, 1, record('1', 9)));
    const { seen } = await poll(10);
    expect(new Set(seen.flat())).toEqual(new Set(['1', '2', '3', '4', '5', '6']));
  });
});
