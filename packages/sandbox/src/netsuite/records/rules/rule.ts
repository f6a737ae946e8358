import { missingValues } from '../../errors.ts';
import type { RecordType } from '../field-types.ts';
import type { RecordStore } from '../record-store.ts';
import type { StoredRecord, StoredValues } from '../stored-record.ts';

export interface RuleInput {
  readonly store: RecordStore;
  readonly values: StoredValues;
  /** The record before this change; undefined when it is created. */
  readonly previous: StoredRecord | undefined;
}

/** Fills defaults, derives values and refuses what the form would refuse. Throws NetSuiteError. */
export type Rule = (input: RuleInput) => StoredValues;

/** Reports all empty mandatory fields of a record type in one error, as the form does. */
export function requireFields(type: RecordType, values: StoredValues, alsoMissing: readonly string[] = []): void {
  const missing = Object.entries(type.fields)
    .filter(([name, field]) => field.isRequired === true && isEmpty(values[name]))
    .map(([, field]) => field.label);
  const all = [...missing, ...alsoMissing];
  if (all.length > 0) throw missingValues(all);
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
