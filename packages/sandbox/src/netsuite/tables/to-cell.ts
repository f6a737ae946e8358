import { displayName, findReferenced } from '../records/display-name.ts';
import type { Field, FieldMap } from '../records/field-types.ts';
import type { RecordStore } from '../records/record-store.ts';
import { isStoredId } from '../records/stored-record.ts';
import type { StoredValue } from '../records/stored-record.ts';
import { NULL_CELL } from '../suiteql/table.ts';
import type { Cell, TableRow } from '../suiteql/table.ts';

/** A record value as SuiteQL sees it: booleans are 'T' and 'F', ids are numbers where they are digits. */
export function toCell(store: RecordStore, field: Field, value: StoredValue | undefined): Cell {
  if (value === undefined) return field.type.kind === 'boolean' ? { value: 'F', display: 'No' } : NULL_CELL;
  switch (field.type.kind) {
    case 'reference': {
      if (!isStoredId(value)) return NULL_CELL;
      const target = findReferenced(store, field.type.to, value.id);
      return { value: idValue(value.id), ...(target === undefined ? {} : { display: displayName(target) }) };
    }
    case 'enumeration':
      if (!isStoredId(value)) return NULL_CELL;
      return { value: idValue(value.id), display: field.type.values[value.id] ?? value.id };
    case 'boolean':
      return value === true ? { value: 'T', display: 'Yes' } : { value: 'F', display: 'No' };
    case 'date':
    case 'date-time':
      return typeof value === 'string' ? { value: new Date(value) } : NULL_CELL;
    case 'string':
    case 'number':
    case 'integer':
      return typeof value === 'string' || typeof value === 'number' ? { value } : NULL_CELL;
    case 'subrecord':
    case 'sublist':
      return NULL_CELL;
  }
}

/** The named fields of one record as cells under their lower-case names. */
export function toRow(
  store: RecordStore,
  fields: FieldMap,
  names: readonly string[],
  read: (name: string) => StoredValue | undefined,
): TableRow {
  const row: Record<string, Cell> = {};
  for (const name of names) {
    const field = fields[name];
    if (field !== undefined) row[name.toLowerCase()] = toCell(store, field, read(name));
  }
  return row;
}

export function idValue(id: string): number | string {
  return /^-?\d+$/.test(id) ? Number(id) : id;
}
