import type { SourceRecord } from '@throughline/core/connector';
import { readAllRows } from '../session/read-rows.ts';
import type { ReadChildren } from '../session/system.ts';

/** One query for each parent, where a list cannot be filtered by several at once. */
export const oneByOne: ReadChildren = async (call, _parent, parentIds, { object, foreignKey: field }) => {
  const lists = new Map<string, readonly SourceRecord[]>();
  for (const value of parentIds) {
    lists.set(value, await readAllRows(call, object, [{ test: 'equals', field, value }]));
  }
  return lists;
};
