import type { z } from 'zod';
import { legalEntityCode } from './parts/commercial.ts';
import { version, type EntityDefinition } from './parts/entity.ts';
import { field } from './parts/field.ts';
import { origin } from './parts/origin.ts';

const schema = field.object(
  'Legal entity',
  'A company of our own group that signs contracts, employs people and invoices.',
  {
    id: field.id('Legal entity id', 'Identity of the company across all systems.'),
    code: legalEntityCode('Short code of the company, the same everywhere.'),
    name: field.text('Name', 'Registered name.'),
    parentCode: legalEntityCode('Code of the company that owns it; absent at the top.').optional(),
    country: field.country('Country', 'Country it is registered in.'),
    currency: field.currency('Currency', 'Currency its books are kept in.'),
    taxRegistrationNumber: field.text('Tax number', 'Its own VAT or sales-tax number.', 40).optional(),
    timeZone: field.text('Time zone', 'IANA name; decides on which day something happened.', 60),
    isActive: field.flag('Active', 'False when it no longer does business.'),
    origin: origin().optional(),
  },
);

export type LegalEntity = z.output<typeof schema>;

const example: LegalEntity = {
  id: 'HP-UK',
  code: 'HP-UK',
  name: 'Halden & Pike (UK) Ltd',
  parentCode: 'HP-GROUP',
  country: 'GB',
  currency: 'GBP',
  taxRegistrationNumber: 'GB987654321',
  timeZone: 'Europe/London',
  isActive: true,
};

export const legalEntity = {
  title: 'Legal entity',
  description: 'A company of our own group that signs contracts, employs people and invoices.',
  current: '1.0.0',
  versions: { '1.0.0': version(schema, example) },
  upgrades: [],
} satisfies EntityDefinition;
