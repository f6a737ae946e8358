import type { SourceRecord } from '@throughline/core/connector';
import { readAllRows } from '../session/read-rows.ts';
import type { ReadChildren } from '../session/system.ts';

/** One query for up to `most` parents, so that its address stays within the length that servers take. */
export function byIds(most: number): ReadChildren {
  return async (call, _parent, parentIds, { object, foreignKey: field }) => {
    const lists = new Map<string, SourceRecord[]>();
    for (let start = 0; start < parentIds.length; start += most) {
      const values = parentIds.slice(start, start + most);
      const records = await readAllRows(call, object, [{ test: 'one-of', field, values }]);
      for (const [parentId, own] of Map.groupBy(records, (record) => String(record[field]))) lists.set(parentId, own);
    }
    return lists;
  };
}
