import type { FieldMap } from './field-types.ts';
import { RECORD_TYPES } from './record-types.ts';
import type { RecordStore } from './record-store.ts';
import { isLines, isStoredId } from './stored-record.ts';
import type { StoredLine, StoredRecord, StoredValues } from './stored-record.ts';

/** True when another record refers to this one. NetSuite then refuses to delete it. */
export function isReferenced(store: RecordStore, target: StoredRecord): boolean {
  return Object.values(RECORD_TYPES).some((type) =>
    store.list(type.name).some((record) => record.id !== target.id && pointsAt(type.fields, record.values, target)),
  );
}

function pointsAt(fields: FieldMap, values: StoredValues | StoredLine, target: StoredRecord): boolean {
  return Object.entries(fields).some(([name, { type }]) => {
    const value = values[name];
    if (type.kind === 'reference') {
      return type.to.includes(target.type) && isStoredId(value) && value.id === target.id;
    }
    if (type.kind !== 'sublist' || value === undefined || !isLines(value)) return false;
    return value.some((line) => pointsAt(type.fields, line, target));
  });
}
