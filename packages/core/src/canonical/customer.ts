import type { z } from 'zod';
import { address } from './parts/address.ts';
import { legalEntityCode } from './parts/commercial.ts';
import { contact } from './parts/contact.ts';
import { version, type EntityDefinition } from './parts/entity.ts';
import { field } from './parts/field.ts';
import { origin } from './parts/origin.ts';
import { owner } from './parts/owner.ts';

const schema = field.object('Customer', 'A company that buys from us and is invoiced.', {
  id: field.id('Customer id', 'Identity of the customer across all systems.'),
  name: field.text('Name', 'Registered or trading name, as it stands on invoices.'),
  number: field.text('Customer number', 'Number people know the customer by.', 40).optional(),
  parentId: field.id('Parent customer', 'Customer id of the company that owns this one; absent at the top.').optional(),
  legalEntity: legalEntityCode('Company of our group that invoices this customer first of all.'),
  additionalLegalEntities: field
    .list(
      'Further legal entities',
      'Other companies of our group that also do business with the customer.',
      legalEntityCode('Code of the legal entity.'),
    )
    .optional(),
  currency: field.currency('Currency', 'Currency the customer is usually invoiced in.'),
  taxRegistrations: field.list(
    'Tax registrations',
    'Numbers under which tax authorities and registers know the customer.',
    field.object('Tax registration', 'One number.', {
      scheme: field.choice('Scheme', 'What kind of number it is.', ['vat', 'sales-tax', 'company-register']),
      country: field.country('Country', 'Country that issued it.').optional(),
      number: field.text('Number', 'The number, with its country prefix where it has one.', 40),
    }),
  ),
  addresses: field.list('Addresses', 'Postal addresses.', address('Address', 'One postal address.')),
  contacts: field.list('Contacts', 'People at the customer.', contact('Contact', 'One person.')),
  email: field.email('Email', 'Address invoices are sent to.').optional(),
  phone: field.text('Phone', 'Switchboard number.', 40).optional(),
  website: field.text('Website', 'Web address.').optional(),
  industry: field.text('Industry', 'Line of business.').optional(),
  owner: owner('Account owner', 'Our person who looks after the customer.').optional(),
  origin: origin().optional(),
});

export type Customer = z.output<typeof schema>;

const example: Customer = {
  id: '0015g00000Acme01AAA',
  name: 'Acme Rail Ltd',
  number: 'AC-1042',
  parentId: '0015g00000Acme00AAA',
  legalEntity: 'HP-UK',
  additionalLegalEntities: ['HP-DE'],
  currency: 'GBP',
  taxRegistrations: [
    { scheme: 'vat', country: 'GB', number: 'GB123456789' },
    { scheme: 'company-register', country: 'GB', number: '07654321' },
  ],
  addresses: [
    {
      purpose: 'billing',
      street: '12 Station Road\nFloor 3',
      city: 'York',
      region: 'North Yorkshire',
      postalCode: 'YO1 6GA',
      country: 'GB',
    },
  ],
  contacts: [
    {
      id: '0035g00000Ellis1AAA',
      firstName: 'Mara',
      lastName: 'Ellis',
      email: 'mara.ellis@acme-rail.example',
      phone: '+44 1904 000101',
      jobTitle: 'Finance Director',
      role: 'Billing Contact',
      isPrimary: true,
    },
  ],
  email: 'accounts@acme-rail.example',
  phone: '+44 1904 000100',
  website: 'https://acme-rail.example',
  industry: 'Transport',
  owner: { id: '0055g00000Owner1AAA', name: 'Priya Shah', email: 'priya.shah@haldenpike.example' },
  origin: {
    system: 'salesforce',
    object: 'Account',
    recordId: '0015g00000Acme01AAA',
    changedAt: '2026-11-20T09:15:00+00:00',
  },
};

export const customer = {
  title: 'Customer',
  description: 'A company that buys from us and is invoiced, with its place in its group of companies.',
  current: '1.0.0',
  versions: { '1.0.0': version(schema, example) },
  upgrades: [],
} satisfies EntityDefinition;
