import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { address, platform, platformWrite, reference, sublist, systemFields } from '../fields.ts';

export const customer: ObjectManifest = {
  name: 'customer',
  title: 'Customer',
  description: 'A company that is invoiced. It belongs to one primary subsidiary and may have a parent customer.',
  entity: 'customer',
  schema: {
    type: 'object',
    title: 'Customer',
    properties: {
      ...systemFields,
      entityId: field.text('Customer id', 'Number or name NetSuite shows for the customer; set by auto-numbering.'),
      companyName: field.text('Company name', 'Registered name of the company.', { maxLength: 83 }),
      isPerson: field.flag('Individual', 'True for a person, false for a company.'),
      subsidiary: reference('Primary subsidiary', 'Company of the group that invoices the customer.'),
      parent: reference('Parent customer', 'Customer that owns this one; it has to exist first.'),
      currency: reference('Currency', 'Currency the customer is invoiced in unless a transaction says otherwise.'),
      currencyList: sublist('Currencies', 'All currencies the customer can be invoiced in, the usual one among them.', {
        currency: reference('Currency', 'A currency the customer can be invoiced in.'),
      }),
      terms: reference('Terms', 'Usual payment terms.'),
      vatRegNumber: field.text('Tax registration number', 'VAT number with its country prefix.', { maxLength: 30 }),
      email: field.text('Email', 'Address invoices are sent to.', { format: 'email', maxLength: 254 }),
      phone: field.text('Phone', 'Switchboard number.', { maxLength: 32 }),
      url: field.text('Web address', 'Website of the company.'),
      comments: field.text('Comments', 'Free text about the customer.'),
      isInactive: field.flag('Inactive', 'True when nothing new may be sold to the customer.'),
      salesRep: reference('Sales rep', 'Employee who looks after the customer.'),
      balance: field.number('Open balance', 'Unpaid amount in the customer’s currency.', readOnly),
      overdueBalance: field.number('Overdue balance', 'Unpaid amount past its due date.', readOnly),
      daysOverdue: field.integer('Days overdue', 'Days the oldest overdue invoice is late.', readOnly),
      addressBook: sublist('Address book', 'Postal addresses of the customer.', {
        label: field.text('Label', 'Name of the address in the book.'),
        defaultBilling: field.flag('Default billing', 'True for the address on invoices.'),
        defaultShipping: field.flag('Default shipping', 'True for the delivery address.'),
        addressBookAddress: address('Address', 'The address itself.'),
      }),
      custentity_tl_origin: field.text('Throughline origin', 'Marks a record that an integration wrote.', {
        maxLength: 300,
      }),
    },
  },
  nameField: 'companyName',
  identity: { field: 'id', external: 'externalId' },
  lookupFields: ['companyName', 'vatRegNumber', 'email', 'entityId'],
  ...platform,
  write: { ...platformWrite, requiredOnCreate: ['companyName', 'subsidiary'] },
};
