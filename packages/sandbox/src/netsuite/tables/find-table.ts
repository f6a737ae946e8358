import type { RecordStore } from '../records/record-store.ts';
import type { FindTable } from '../suiteql/table.ts';
import { otherTables } from './other-tables.ts';
import { recordTables } from './record-tables.ts';
import { transactionTables } from './transaction-tables.ts';

/** Every SuiteQL table of the account. */
export function tableFinder(store: RecordStore): FindTable {
  const tables = [...recordTables(store), ...transactionTables(store), ...otherTables(store)];
  const byName = new Map(tables.map((each) => [each.name, each]));
  return (name) => byName.get(name);
}
