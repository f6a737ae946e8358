import { makeId } from '../ids.ts';
import { refusal } from '../salesforce-error.ts';
import { childRelationships } from '../schema/catalog.ts';
import type { SObjectType } from '../schema/sobject-type.ts';
import { deriveFields } from './derive-fields.ts';
import type { Input } from './read-input.ts';
import { readInput } from './read-input.ts';
import { rollUp } from './roll-up.ts';
import type { FieldValue, SObject } from './sobject.ts';
import { recordsOf } from './sobject.ts';
import { storeChange } from './store-change.ts';
import { atomically } from './unit-of-work.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { validateRecord } from './validate-record.ts';

/** Creates a record from a request body. Throws SalesforceError and then leaves nothing behind. */
export function createRecord(unit: UnitOfWork, type: SObjectType, body: unknown): SObject {
  refuseReadOnly(type);
  return atomically(unit, () => {
    const input = readInput(unit, type, body, 'create');
    const blank = Object.fromEntries(type.fields.map((field) => [field.name, field.defaultValue])) as Record<
      string,
      FieldValue
    >;
    const record = deriveFields(unit, type, { ...blank, ...platformDefaults(unit, type), ...input }, input, null);
    validateRecord(unit, type, record, Object.keys(input));
    const id = makeId(type.keyPrefix, unit.state.next(`id:${type.keyPrefix}`));
    const stored = storeChange(unit, type, { ...record, Id: id }, null);
    rollUp(unit, type, stored);
    return stored;
  });
}

/** Changes a record by its id. Throws SalesforceError, also when the record is gone. */
export function updateRecord(unit: UnitOfWork, type: SObjectType, id: string, body: unknown): SObject {
  refuseReadOnly(type);
  return atomically(unit, () => {
    const before = requireRecord(unit, type, id);
    const input: Input = readInput(unit, type, body, 'update');
    const record = deriveFields(unit, type, { ...before, ...input }, input, before);
    validateRecord(unit, type, record, Object.keys(input));
    const stored = storeChange(unit, type, record, before);
    rollUp(unit, type, stored);
    return stored;
  });
}

/** Marks a record and everything that depends on it as deleted, as the recycle bin does. */
export function deleteRecord(unit: UnitOfWork, type: SObjectType, id: string): void {
  refuseReadOnly(type);
  atomically(unit, () => {
    const record = requireRecord(unit, type, id);
    refuseWonAccount(unit, type, record);
    for (const { child, field } of childRelationships(type)) {
      const children = recordsOf(unit.state, child).filter(
        (each) => each[field.name] === id && each['IsDeleted'] === false,
      );
      for (const each of children) {
        if (field.isCascadeDelete) deleteRecord(unit, child, String(each['Id']));
        else storeChange(unit, child, { ...each, [field.name]: null }, each);
      }
    }
    const deleted = storeChange(unit, type, { ...record, IsDeleted: true }, record);
    rollUp(unit, type, deleted);
  });
}

/** Returns the live record. Refuses one that never existed or was deleted. */
export function requireRecord(unit: UnitOfWork, type: SObjectType, id: string): SObject {
  const record = recordsOf(unit.state, type).get(id);
  if (record === undefined) throw refusal(404, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
  if (record['IsDeleted'] === true) throw refusal(404, 'ENTITY_IS_DELETED', 'entity is deleted', []);
  return record;
}

function platformDefaults(unit: UnitOfWork, type: SObjectType): Input {
  const has = (name: string): boolean => type.fields.some((field) => field.name === name);
  return {
    ...(has('OwnerId') && { OwnerId: unit.userId }),
    ...(has('CurrencyIsoCode') && { CurrencyIsoCode: 'GBP' }),
    CreatedDate: unit.now,
    CreatedById: unit.userId,
    LastModifiedDate: unit.now,
    LastModifiedById: unit.userId,
    SystemModstamp: unit.now,
  };
}

function refuseReadOnly(type: SObjectType): void {
  if (type.isWritable) return;
  throw refusal(
    400,
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    `entity type ${type.name} does not support create, update or delete`,
    [],
  );
}

function refuseWonAccount(unit: UnitOfWork, type: SObjectType, record: SObject): void {
  if (type.name !== 'Account') return;
  const won = unit.state
    .collection<Record<string, FieldValue>>('Opportunity')
    .find((each) => each['AccountId'] === record['Id'] && each['IsWon'] === true && each['IsDeleted'] === false);
  if (won === undefined) return;
  const message = `Your attempt to delete ${String(record['Name'])} could not be completed because some opportunities in this account were closed won. : ${String(won['Name'])}`;
  throw refusal(400, 'DELETE_FAILED', message, []);
}
