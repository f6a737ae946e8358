import type { SourceRecord } from '@throughline/core/connector';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { checkDrift } from '../kit/parse-wire.ts';

/** A query row as a record: without `attributes`, and without the fields the org holds no value for. */
export function toRecord(row: SourceRecord, object: ObjectManifest, selected: readonly string[]): SourceRecord {
  checkDrift(row, object, selected, 'Salesforce');
  return Object.fromEntries(Object.entries(row).filter(([name, value]) => name !== 'attributes' && value !== null));
}

export function idOf(record: SourceRecord): string {
  return String(record['Id']);
}
