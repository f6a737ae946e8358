import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field } from '../../kit/field.ts';
import {
  EXTERNAL_ID_FIELD,
  externalId,
  currencyCode,
  legalEntity,
  origin,
  platform,
  platformWrite,
  recordId,
  systemFields,
} from '../fields.ts';

export const account: ObjectManifest = {
  name: 'Account',
  title: 'Account',
  description: 'A company that the firm sells to, or might sell to. Accounts form a tree through their parent.',
  entity: 'customer',
  schema: {
    type: 'object',
    title: 'Account',
    properties: {
      ...systemFields,
      ...externalId,
      Name: field.text('Account name', 'Registered or trading name of the company.', { maxLength: 255 }),
      AccountNumber: field.text('Account number', 'The number sales knows the company by.', { maxLength: 40 }),
      ParentId: recordId('Parent account', 'Account of the company that owns this one; empty at the top of the tree.'),
      OwnerId: recordId('Account owner', 'User who looks after the account.'),
      CurrencyIsoCode: currencyCode('Currency amounts of this account are kept in.'),
      Legal_Entity__c: legalEntity('Company of the group that contracts with and invoices this account.'),
      VAT_Number__c: field.text('VAT number', 'Tax registration with its country prefix, for example GB123456789.', {
        maxLength: 30,
      }),
      Company_Number__c: field.text('Company number', 'Number in the national company register.', { maxLength: 30 }),
      Collections_Status__c: field.text(
        'Collections status',
        'What finance says about open invoices; written back from the ERP.',
        {
          maxLength: 255,
        },
      ),
      Throughline_Origin__c: origin,
      BillingStreet: field.text('Billing street', 'Street lines of the invoice address.', { maxLength: 255 }),
      BillingCity: field.text('Billing city', 'Town of the invoice address.', { maxLength: 40 }),
      BillingState: field.text('Billing state', 'State, county or canton of the invoice address.', { maxLength: 80 }),
      BillingPostalCode: field.text('Billing postal code', 'Post code of the invoice address.', { maxLength: 20 }),
      BillingCountry: field.text('Billing country', 'Country name of the invoice address.', { maxLength: 80 }),
      BillingCountryCode: field.text('Billing country code', 'ISO 3166 two-letter country of the invoice address.', {
        pattern: '^[A-Z]{2}$',
      }),
      Website: field.text('Website', 'Web address of the company.', { maxLength: 255 }),
      Phone: field.text('Phone', 'Switchboard number.', { maxLength: 40 }),
      Industry: field.text('Industry', 'Line of business, from the org’s own list.', { maxLength: 255 }),
    },
  },
  nameField: 'Name',
  identity: { field: 'Id', external: EXTERNAL_ID_FIELD },
  lookupFields: ['Name', 'AccountNumber', 'VAT_Number__c', 'Company_Number__c', 'ParentId'],
  children: {
    contacts: { object: 'Contact', foreignKey: 'AccountId' },
    opportunities: { object: 'Opportunity', foreignKey: 'AccountId' },
  },
  ...platform,
  write: { ...platformWrite, requiredOnCreate: ['Name'] },
};
