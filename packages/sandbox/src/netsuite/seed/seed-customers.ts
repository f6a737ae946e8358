import { RECORD_TYPES } from '../records/record-types.ts';
import { createRecord } from '../records/record-service.ts';
import type { RecordStore } from '../records/record-store.ts';
import { seedCustomerList } from './customer-list.ts';
import type { SeedCustomer } from './customer-list.ts';

export function seedCustomers(store: RecordStore): void {
  for (const customer of seedCustomerList) {
    const { companyName, externalId, vatRegNumber, subsidiary, currency, terms, isInactive = false } = customer;
    createRecord(store, RECORD_TYPES.customer, {
      companyName,
      isInactive,
      externalId,
      vatRegNumber,
      subsidiary: { id: subsidiary },
      currency: { id: currency },
      terms: { id: terms },
      addressBook: [address(customer)],
    });
  }
}

function address({ companyName, street, city, zip, country }: SeedCustomer) {
  return {
    label: 'Head office',
    defaultBilling: true,
    defaultShipping: true,
    addressBookAddress: { addressee: companyName, addr1: street, city, zip, country: { id: country } },
  };
}
