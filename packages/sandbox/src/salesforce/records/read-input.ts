import { malformedJson, refusal } from '../salesforce-error.ts';
import { findField, findParent } from '../schema/catalog.ts';
import type { SObjectType } from '../schema/sobject-type.ts';
import { readValue } from './read-value.ts';
import type { FieldValue } from './sobject.ts';
import { recordsOf } from './sobject.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Field values of a request, by the field's API name as the catalogue spells it. */
export type Input = Readonly<Record<string, FieldValue>>;

/** Reads the body of a create or update. Refuses unknown fields, and fields the caller may not set. */
export function readInput(unit: UnitOfWork, type: SObjectType, body: unknown, action: 'create' | 'update'): Input {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw malformedJson('The HTTP entity body is required, but this request has no entity body.');
  }
  const input: Record<string, FieldValue> = {};
  const forbidden: string[] = [];
  for (const [name, value] of Object.entries(body)) {
    if (name === 'attributes') continue;
    if (typeof value === 'object' && value !== null) {
      const [fieldName, id] = readForeignKey(unit, type, name, value);
      input[fieldName] = id;
      continue;
    }
    const field = findField(type, name);
    if (field === undefined)
      throw refusal(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${type.name}`);
    if (field.name === 'Id')
      throw refusal(400, 'INVALID_FIELD', 'The Id field should not be specified in the sobject data.');
    if (!(action === 'create' ? field.isCreateable : field.isUpdateable)) forbidden.push(field.name);
    else input[field.name] = readValue(field, value);
  }
  if (forbidden.length > 0) {
    const message = `Unable to create/update fields: ${forbidden.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`;
    throw refusal(400, 'INVALID_FIELD_FOR_INSERT_UPDATE', message, forbidden);
  }
  return input;
}

/** `"Account": {"External_Id__c": "X"}` names the parent by its external id. */
function readForeignKey(unit: UnitOfWork, type: SObjectType, name: string, value: object): [string, string] {
  const relation = findParent(type, name);
  if (relation === undefined)
    throw refusal(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${type.name}`);
  const keys = Object.entries(value as Record<string, unknown>).filter(([key]) => key !== 'attributes');
  const [key, wanted] = keys[0] ?? [];
  const keyField = key === undefined ? undefined : findField(relation.parent, key);
  if (keys.length !== 1 || keyField === undefined || !(keyField.isExternalId || keyField.name === 'Id')) {
    throw refusal(
      400,
      'INVALID_FIELD',
      `${name} must be given by exactly one external id field of ${relation.parent.name}`,
    );
  }
  const sought = readValue(keyField, wanted);
  const found = recordsOf(unit.state, relation.parent).find(
    (each) => each['IsDeleted'] === false && sameText(each[keyField.name], sought),
  );
  if (found === undefined) {
    const message = `Foreign key external ID: ${String(wanted)} not found for field ${keyField.name} in entity ${relation.parent.name}`;
    throw refusal(400, 'INVALID_FIELD', message);
  }
  return [relation.field.name, String(found['Id'])];
}

/** External ids compare without case unless the field says otherwise; none here does. */
export function sameText(left: FieldValue | undefined, right: FieldValue): boolean {
  return typeof left === 'string' && typeof right === 'string'
    ? left.toLowerCase() === right.toLowerCase()
    : left === right;
}
