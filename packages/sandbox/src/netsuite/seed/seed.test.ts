import { expect, test } from 'vitest';
import { SandboxClock } from '../../kit/clock.ts';
import { SandboxState } from '../../kit/state.ts';
import { salesforce } from '../../salesforce/salesforce-system.ts';
import { netsuite } from '../netsuite-system.ts';
import { seedCustomerList } from './customer-list.ts';

interface Account {
  readonly Id: string;
  readonly Name: string;
  readonly VAT_Number__c: string | null;
  readonly Legal_Entity__c: string | null;
  readonly CurrencyIsoCode: string;
}

const SUBSIDIARIES: Readonly<Record<string, string>> = { 'HP-UK': '2', 'HP-DE': '3', 'HP-US': '4' };
const CURRENCIES: Readonly<Record<string, string>> = { GBP: '1', USD: '2', EUR: '3', CHF: '4' };

function salesforceAccounts(): readonly Account[] {
  const state = new SandboxState();
  salesforce.seed(state, new SandboxClock());
  return state.collection<Account>('Account').all();
}

test('existing customers are accounts of the CRM, found by external id or by tax number only', () => {
  const accounts = salesforceAccounts();
  const matches = seedCustomerList.map((customer) => {
    const { externalId, vatRegNumber, companyName } = customer;
    const byId = accounts.find((each) => `SF-${each.Id}` === externalId);
    const byTaxNumber = accounts.find((each) => each.VAT_Number__c !== null && each.VAT_Number__c === vatRegNumber);
    const account = byId ?? byTaxNumber;
    return {
      companyName,
      match: byId !== undefined ? 'external id' : byTaxNumber !== undefined ? 'tax number' : 'none',
      fits:
        account === undefined ||
        (SUBSIDIARIES[account.Legal_Entity__c ?? ''] === customer.subsidiary &&
          CURRENCIES[account.CurrencyIsoCode] === customer.currency &&
          account.VAT_Number__c === vatRegNumber),
    };
  });
  const kinds = Object.groupBy(matches, (each) => each.match);
  expect(matches.filter((each) => !each.fits)).toEqual([]);
  expect(kinds['external id']?.map((each) => each.companyName)).toEqual([
    'Brackenridge Group plc',
    'Thornbury Water Services',
    'Ardmore Whisky Co',
    'Rheinwerk Maschinenbau AG',
    'Harborline Financial Inc',
    'Bluestem Agritech Corp',
  ]);
  expect(kinds['tax number']?.map((each) => each.companyName)).toEqual([
    'Pelham Retail Holdings',
    'Isartal Biotech GmbH',
    'Helvetia Präzision AG',
    'Hanseatische Versicherung AG',
  ]);
  expect(kinds['none']?.map((each) => each.companyName)).toEqual(['Calder Valley Trust', 'Fenwick & Rowe Ltd']);
});

test('the seed is the same every time', () => {
  const seeded = () => {
    const [state, clock] = [new SandboxState(), new SandboxClock()];
    clock.freeze(Date.parse('2026-11-23T09:00:00Z'));
    netsuite.seed(state, clock);
    return state.snapshot();
  };
  expect(seeded()).toEqual(seeded());
});
