import type { RecordType } from '../records/field-types.ts';
import { RECORD_TYPES } from '../records/record-types.ts';
import type { RecordStore } from '../records/record-store.ts';
import { readField } from '../records/render-record.ts';
import type { Table } from '../suiteql/table.ts';
import { idValue, toRow } from './to-cell.ts';

/**
 * Fields that REST shows and SuiteQL refuses: computed figures, and the subsidiary of a customer, which has a table of
 * its own.
 */
const NOT_EXPOSED: Readonly<Record<string, readonly string[]>> = {
  customer: ['subsidiary', 'balance', 'daysOverdue', 'overdueBalance', 'unbilledOrders'],
};

const SIMPLE_TABLES: readonly (readonly [table: string, type: RecordType])[] = [
  ['customer', RECORD_TYPES.customer],
  ['job', RECORD_TYPES.job],
  ['employee', RECORD_TYPES.employee],
  ['billingschedule', RECORD_TYPES.billingSchedule],
  ['subsidiary', RECORD_TYPES.subsidiary],
  ['currency', RECORD_TYPES.currency],
  ['term', RECORD_TYPES.term],
  ['department', RECORD_TYPES.department],
  ['classification', RECORD_TYPES.classification],
  ['location', RECORD_TYPES.location],
  ['salestaxitem', RECORD_TYPES.salesTaxItem],
];

/** Tables that show one record type each. */
export function recordTables(store: RecordStore): Table[] {
  return SIMPLE_TABLES.map(([name, type]) => recordTable(store, name, type));
}

export function recordTable(store: RecordStore, name: string, type: RecordType): Table {
  const hidden = NOT_EXPOSED[type.name] ?? [];
  const names = Object.entries(type.fields)
    .filter(
      ([field, { type: each }]) => !hidden.includes(field) && each.kind !== 'sublist' && each.kind !== 'subrecord',
    )
    .map(([field]) => field);
  return {
    name,
    columns: names.map((each) => each.toLowerCase()),
    rows: () =>
      store.list(type.name).map((record) => ({
        ...toRow(store, type.fields, names, (field) => readField(record, field)),
        id: { value: idValue(record.id) },
      })),
  };
}
