import { normalizeId } from '../ids.ts';
import { notFound, refusal } from '../salesforce-error.ts';
import { findField } from '../schema/catalog.ts';
import type { SObjectType } from '../schema/sobject-type.ts';
import { sameText } from './read-input.ts';
import { readValue } from './read-value.ts';
import type { SObject } from './sobject.ts';
import { recordsOf } from './sobject.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { createRecord, updateRecord } from './write-record.ts';

export interface UpsertOutcome {
  readonly record: SObject;
  readonly isCreated: boolean;
}

/** Thrown when several records have the external id. The API answers 300 with the list. */
export class SeveralMatches extends Error {
  override name = 'SeveralMatches';
  readonly ids: readonly string[];

  constructor(ids: readonly string[]) {
    super(`The external id fits ${ids.length} records.`);
    this.ids = ids;
  }
}

/**
 * Creates or updates by an external id field, or updates by `Id`. The key in the URL wins over one in the body. Throws
 * NOT_FOUND instead of creating when only an update is wanted.
 */
export function upsertRecord(
  unit: UnitOfWork,
  type: SObjectType,
  fieldName: string,
  key: string,
  body: Record<string, unknown>,
  isUpdateOnly = false,
): UpsertOutcome {
  const field = findField(type, fieldName);
  if (field === undefined || !(field.isExternalId || field.name === 'Id')) {
    throw refusal(404, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${fieldName}`);
  }
  const rest = Object.fromEntries(
    Object.entries(body).filter(([name]) => name.toLowerCase() !== field.name.toLowerCase()),
  );
  if (field.name === 'Id') {
    const id = normalizeId(key);
    if (id === undefined) throw notFound();
    return { record: updateRecord(unit, type, id, rest), isCreated: false };
  }
  const matches = findByKey(unit, type, field.name, key);
  if (matches.length > 1) throw new SeveralMatches(matches.map((each) => String(each['Id'])));
  const [match] = matches;
  if (match !== undefined) return { record: updateRecord(unit, type, String(match['Id']), rest), isCreated: false };
  if (isUpdateOnly) throw notFound();
  return { record: createRecord(unit, type, { ...rest, [field.name]: key }), isCreated: true };
}

/** Live records whose external id field has this value. Throws NOT_FOUND when the field is not an external id. */
export function findByKey(unit: UnitOfWork, type: SObjectType, fieldName: string, key: string): SObject[] {
  const field = findField(type, fieldName);
  if (field === undefined || !(field.isExternalId || field.name === 'Id')) {
    throw refusal(404, 'NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${fieldName}`);
  }
  const value = readValue(field, key);
  return recordsOf(unit.state, type).filter((each) => each['IsDeleted'] === false && sameText(each[field.name], value));
}
