import type { SObject } from '../records/sobject.ts';
import type { UnitOfWork } from '../records/unit-of-work.ts';
import { createRecord } from '../records/write-record.ts';
import { makeId } from '../ids.ts';
import { account } from '../schema/account.ts';
import { contact } from '../schema/contact.ts';
import { seedAccounts } from './account-list.ts';
import type { SeedAccount } from './account-list.ts';
import { contactNames, contactTitles, ownersByEntity } from './people-list.ts';

/** An account of the seed with its records. */
export interface SeededAccount {
  readonly source: SeedAccount;
  readonly record: SObject;
  readonly contacts: readonly SObject[];
}

const COUNTRY_NAMES: Readonly<Record<string, string>> = {
  GB: 'United Kingdom',
  IE: 'Ireland',
  DE: 'Germany',
  CH: 'Switzerland',
  AT: 'Austria',
  FR: 'France',
  US: 'United States',
};

const DIALLING_CODES: Readonly<Record<string, string>> = {
  GB: '44',
  IE: '353',
  DE: '49',
  CH: '41',
  AT: '43',
  FR: '33',
  US: '1',
};

/** All accounts, parents first, each with one or two contacts. */
export function seedAccountRecords(unit: UnitOfWork): SeededAccount[] {
  const ids = new Map<string, string>();
  return seedAccounts.map((source, index) => {
    const record = createRecord(unit, account, accountBody(source, index, ids));
    ids.set(source.name, String(record['Id']));
    const contacts = Array.from({ length: index % 3 === 0 ? 2 : 1 }, (_, position) =>
      createRecord(unit, contact, contactBody(source, record, index * 2 + position)),
    );
    return { source, record, contacts };
  });
}

function accountBody(source: SeedAccount, index: number, ids: ReadonlyMap<string, string>): object {
  return {
    Name: source.name,
    Type: 'Customer',
    ParentId: source.parent === undefined ? null : ids.get(source.parent),
    BillingStreet: source.street,
    BillingCity: source.city,
    BillingState: source.state ?? null,
    BillingPostalCode: source.postalCode,
    BillingCountry: COUNTRY_NAMES[source.countryCode],
    BillingCountryCode: source.countryCode,
    Phone: phoneOf(source, 2000 + index * 37),
    Website: `https://www.${source.domain}`,
    AccountNumber: `HP-${String(10_001 + index)}`,
    Industry: source.industry,
    NumberOfEmployees: 120 + ((index * 613) % 9000),
    Legal_Entity__c: source.legalEntity,
    VAT_Number__c: source.vatNumber,
    Company_Number__c: source.companyNumber,
    Collections_Status__c: 'Current',
    CurrencyIsoCode: source.currency,
    OwnerId: ownerOf(source, index),
  };
}

export function ownerOf(source: SeedAccount, index: number): string {
  const owners = ownersByEntity[source.legalEntity ?? 'HP-UK'];
  return makeId('005', 1 + (owners[index % owners.length] ?? owners[0]));
}

function contactBody(source: SeedAccount, record: SObject, n: number): object {
  const [first, last] = contactNames[n % contactNames.length] ?? ['Alex', 'Morgan'];
  return {
    AccountId: record['Id'],
    FirstName: first,
    LastName: last,
    Email: `${first}.${last}@${source.domain}`.toLowerCase(),
    Phone: phoneOf(source, 5000 + n * 13),
    Title: contactTitles[n % contactTitles.length],
    MailingCity: source.city,
    MailingCountry: COUNTRY_NAMES[source.countryCode],
    MailingCountryCode: source.countryCode,
    CurrencyIsoCode: source.currency,
    OwnerId: record['OwnerId'],
  };
}

/** 555 numbers and the ranges reserved for drama do not exist, so nobody is called by mistake. */
function phoneOf(source: SeedAccount, n: number): string {
  const code = DIALLING_CODES[source.countryCode] ?? '44';
  return `+${code} 555 01${String(n % 100).padStart(2, '0')} ${String(n).padStart(4, '0')}`;
}
