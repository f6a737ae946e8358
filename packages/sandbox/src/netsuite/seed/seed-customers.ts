import { RECORD_TYPES } from '../records/record-types.ts';
import { createRecord } from '../records/record-service.ts';
import type { RecordStore } from '../records/record-store.ts';

export interface SeedCustomer {
  readonly companyName: string;
  readonly externalId?: string;
  readonly vatRegNumber?: string;
  readonly subsidiary: string;
  readonly currency: string;
  readonly terms: string;
  readonly isInactive?: boolean;
}

/** Customers the firm billed before Throughline came. */
const CUSTOMERS: readonly SeedCustomer[] = [];

export function seedCustomers(store: RecordStore): void {
  for (const { externalId, vatRegNumber, subsidiary, currency, terms, companyName, isInactive } of CUSTOMERS) {
    createRecord(store, RECORD_TYPES.customer, {
      companyName,
      subsidiary: { id: subsidiary },
      currency: { id: currency },
      terms: { id: terms },
      isInactive: isInactive ?? false,
      ...(externalId === undefined ? {} : { externalId }),
      ...(vatRegNumber === undefined ? {} : { vatRegNumber }),
    });
  }
}
