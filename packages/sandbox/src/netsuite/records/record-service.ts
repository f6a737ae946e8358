import { NetSuiteError, accessError, noSuchInstance } from '../errors.ts';
import { displayName } from './display-name.ts';
import type { RecordType } from './field-types.ts';
import { isReferenced } from './is-referenced.ts';
import { mergeValues } from './merge-values.ts';
import type { BodyValues } from './read-body.ts';
import type { RecordStore } from './record-store.ts';
import { RECORD_RULES } from './rules/record-rules.ts';
import type { StoredRecord, StoredValues } from './stored-record.ts';
import { textOf } from './stored-record.ts';

const NO_REPLACE: ReadonlySet<string> = new Set();

/** Finds by internal id, or by external id when written `eid:…`. Throws NONEXISTENT_ID. */
export function requireRecord(store: RecordStore, type: RecordType, id: string): StoredRecord {
  const found = id.startsWith('eid:') ? store.findByExternalId(type.name, id.slice(4)) : store.get(type.name, id);
  if (found === undefined) throw noSuchInstance();
  return found;
}

export function createRecord(store: RecordStore, type: RecordType, body: BodyValues): StoredRecord {
  return store.transaction(() => {
    const values = applyRules(store, type, mergeValues(type.fields, {}, body, NO_REPLACE), undefined);
    return store.insert(type, values);
  });
}

/** `replace` names the sublists whose lines the body replaces instead of extending. */
export function updateRecord(
  store: RecordStore,
  type: RecordType,
  record: StoredRecord,
  body: BodyValues,
  replace: ReadonlySet<string>,
): StoredRecord {
  return store.transaction(() => {
    const merged = mergeValues(type.fields, record.values, body, replace);
    return store.replaceValues(record, applyRules(store, type, merged, record));
  });
}

/** Creates or changes the record with that external id. */
export function upsertRecord(
  store: RecordStore,
  type: RecordType,
  externalId: string,
  body: BodyValues,
  replace: ReadonlySet<string>,
): StoredRecord {
  const known = store.findByExternalId(type.name, externalId);
  if (known === undefined) return createRecord(store, type, { ...body, externalId });
  return updateRecord(store, type, known, body, replace);
}

export function deleteRecord(store: RecordStore, record: StoredRecord): void {
  if (isReferenced(store, record)) {
    throw accessError('This record cannot be deleted because it has dependent records.');
  }
  store.transaction(() => store.remove(record, displayName(record)));
}

function applyRules(
  store: RecordStore,
  type: RecordType,
  values: StoredValues,
  previous: StoredRecord | undefined,
): StoredValues {
  const rule = RECORD_RULES[type.name];
  if (!type.isWritable || rule === undefined) {
    throw new NetSuiteError(403, {
      detail: `Permission Violation: You need a higher level of the '${type.label}' permission to access this page.`,
      code: 'INSUFFICIENT_PERMISSION',
    });
  }
  refuseTakenExternalId(store, type, values, previous?.id);
  return rule({ store, values, previous });
}

/** This is the wording that live accounts answer with. Its code is the business layer's general one, not DUP_ENTITY. */
function refuseTakenExternalId(
  store: RecordStore,
  type: RecordType,
  values: StoredValues,
  ownId: string | undefined,
): void {
  const externalId = textOf(values, 'externalId');
  const other = externalId === undefined ? undefined : store.findByExternalId(type.name, externalId);
  if (other === undefined || other.id === ownId) return;
  const noun = type.idSequence === 'entity' ? 'entity' : 'record';
  throw accessError(`This ${noun} already exists.`);
}
