import type { MappingTest } from '../../../mapping/document.ts';
import { alpineCustomer, bareCustomer, railCustomer } from './customers.ts';
import { alpineAccount, barePlaceholderAccount, railAccount } from './salesforce-accounts.ts';
import { alpineDeal, railDeal, railOwner } from './salesforce-deals.ts';

export const accountSamples: MappingTest[] = [
  {
    name: 'a subsidiary company with two contacts',
    input: { account: railAccount, opportunity: railDeal, owner: railOwner },
    expected: railCustomer,
  },
  {
    name: 'the legal entity comes from the deal, the tax number has no country',
    input: { account: alpineAccount, opportunity: alpineDeal, owner: railOwner },
    expected: alpineCustomer,
  },
  {
    name: 'hardly anything filled in, and no deal',
    input: { account: barePlaceholderAccount },
    expected: bareCustomer,
  },
];
