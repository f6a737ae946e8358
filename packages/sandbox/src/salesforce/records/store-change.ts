import type { SObjectType } from '../schema/sobject-type.ts';
import type { FieldValue, SObject } from './sobject.ts';
import { recordsOf } from './sobject.ts';
import type { UnitOfWork } from './unit-of-work.ts';

const AUDIT_FIELDS = ['LastModifiedDate', 'LastModifiedById', 'SystemModstamp'];

/** Stores a new or changed record with its audit fields and notes the change. */
export function storeChange(unit: UnitOfWork, type: SObjectType, next: SObject, before: SObject | null): SObject {
  const isDeletion = next['IsDeleted'] === true && before?.['IsDeleted'] === false;
  const record: Record<string, FieldValue> = {
    ...next,
    LastModifiedDate: unit.now,
    LastModifiedById: unit.userId,
    SystemModstamp: unit.now,
  };
  const id = String(record['Id']);
  const records = recordsOf(unit.state, type);
  if (before === null) records.insert(id, record);
  else records.update(id, record, isDeletion ? 'deleted' : 'updated');
  const changeType = before === null ? 'CREATE' : isDeletion ? 'DELETE' : 'UPDATE';
  unit.changes.push({ type, id, changeType, changedFields: changedFields(type, record, before), record });
  return record;
}

/**
 * The fields whose value differs, or for a creation those that have a value. LastModifiedDate is always among them, as
 * in the platform's change events.
 */
function changedFields(type: SObjectType, record: SObject, before: SObject | null): string[] {
  const names = type.fields.map((field) => field.name).filter((name) => !AUDIT_FIELDS.includes(name) && name !== 'Id');
  const changed = names.filter((name) => (record[name] ?? null) !== (before?.[name] ?? null));
  return [...changed, 'LastModifiedDate'];
}
