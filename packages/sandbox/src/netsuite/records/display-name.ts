import type { RecordTypeName } from './field-types.ts';
import { RECORD_TYPES } from './record-types.ts';
import type { RecordStore } from './record-store.ts';
import type { StoredRecord } from './stored-record.ts';
import { textOf } from './stored-record.ts';

/** What NetSuite shows as refName of a record: numbered entities carry their number and name, transactions a title. */
export function displayName(record: StoredRecord): string {
  const own = textOf(record.values, RECORD_TYPES[record.type].nameField) ?? record.id;
  switch (record.type) {
    case 'customer':
    case 'job':
      return joinNames(own, textOf(record.values, 'companyName'));
    case 'salesOrder':
      return `Sales Order #${own}`;
    case 'invoice':
      return `Invoice #${own}`;
    case 'employee':
    case 'customerSubsidiaryRelationship':
    case 'billingSchedule':
    case 'subsidiary':
    case 'currency':
    case 'term':
    case 'serviceSaleItem':
    case 'department':
    case 'classification':
    case 'location':
    case 'salesTaxItem':
      return own;
  }
}

/** The record that a reference points to, whichever of the allowed types it has. */
export function findReferenced(
  store: RecordStore,
  types: readonly RecordTypeName[],
  id: string,
): StoredRecord | undefined {
  for (const type of types) {
    const record = store.get(type, id);
    if (record !== undefined) return record;
  }
  return undefined;
}

function joinNames(number: string, name: string | undefined): string {
  return name === undefined || name === number ? number : `${number} ${name}`;
}
