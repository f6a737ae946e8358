import { enumeration, flag, subrecord, sublist, text } from '../field-types.ts';
import type { Field, FieldMap } from '../field-types.ts';

/** The countries the demo firm trades with; NetSuite knows all of ISO 3166. */
export const COUNTRIES = {
  AT: 'Austria',
  BE: 'Belgium',
  CA: 'Canada',
  CH: 'Switzerland',
  DE: 'Germany',
  DK: 'Denmark',
  ES: 'Spain',
  FR: 'France',
  GB: 'United Kingdom',
  IE: 'Ireland',
  IT: 'Italy',
  LU: 'Luxembourg',
  NL: 'Netherlands',
  NO: 'Norway',
  PL: 'Poland',
  PT: 'Portugal',
  SE: 'Sweden',
  US: 'United States',
} as const;

const ADDRESS: FieldMap = {
  addr1: text('Address 1'),
  addr2: text('Address 2'),
  addr3: text('Address 3'),
  addrPhone: text('Phone'),
  addressee: text('Addressee'),
  attention: text('Attention'),
  city: text('City'),
  country: enumeration('Country', COUNTRIES),
  override: flag('Override'),
  state: text('State/Province'),
  zip: text('Zip'),
};

export const ADDRESS_BOOK: Field = sublist('Address Book', 'id', {
  id: text('ID', { isReadOnly: true }),
  addressBookAddress: subrecord('Address', ADDRESS),
  defaultBilling: flag('Default Billing'),
  defaultShipping: flag('Default Shipping'),
  isResidential: flag('Residential Address'),
  label: text('Label'),
});

export const BILLING_ADDRESS: Field = subrecord('Billing Address', ADDRESS);
