import { RECORD_TYPES } from '../records/record-types.ts';
import { createRecord } from '../records/record-service.ts';
import type { RecordStore } from '../records/record-store.ts';

/** Account owners and finance of the demo firm: name, subsidiary, title. */
const EMPLOYEES: readonly (readonly [first: string, last: string, subsidiary: string, title: string])[] = [
  ['Amelia', 'Hart', '2', 'Account Director'],
  ['Jonas', 'Weber', '3', 'Account Director'],
  ['Grace', 'Okafor', '4', 'Account Director'],
  ['Priya', 'Nair', '2', 'Finance Manager'],
  ['Lukas', 'Brandt', '3', 'Finance Manager'],
  ['Daniel', 'Reyes', '4', 'Finance Manager'],
];

export function seedEmployees(store: RecordStore): void {
  for (const [firstName, lastName, subsidiary, title] of EMPLOYEES) {
    createRecord(store, RECORD_TYPES.employee, {
      firstName,
      lastName,
      title,
      email: `${firstName}.${lastName}@haldenpike.example`.toLowerCase(),
      subsidiary: { id: subsidiary },
      department: { id: title === 'Finance Manager' ? '3' : '2' },
    });
  }
}
