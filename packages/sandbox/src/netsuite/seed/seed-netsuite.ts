import type { RecordStore } from '../records/record-store.ts';
import { seedCustomers } from './seed-customers.ts';
import { seedEmployees } from './seed-employees.ts';
import { seedLists } from './seed-lists.ts';

/** The account of Halden & Pike before any deal of the demo has closed. */
export function seedNetSuite(store: RecordStore): void {
  seedLists(store);
  seedEmployees(store);
  seedCustomers(store);
}
