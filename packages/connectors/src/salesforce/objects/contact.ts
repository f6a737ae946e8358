import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import {
  EXTERNAL_ID_FIELD,
  externalId,
  currencyCode,
  platform,
  platformWrite,
  recordId,
  systemFields,
} from '../fields.ts';

export const contact: ObjectManifest = {
  name: 'Contact',
  title: 'Contact',
  description: 'A person at an account.',
  schema: {
    type: 'object',
    title: 'Contact',
    properties: {
      ...systemFields,
      ...externalId,
      AccountId: recordId('Account', 'Company the person works for.'),
      FirstName: field.text('First name', 'Given name.', { maxLength: 40 }),
      LastName: field.text('Last name', 'Family name.', { maxLength: 80 }),
      Name: field.text('Full name', 'First and last name, put together by Salesforce.', readOnly),
      Email: field.text('Email', 'Work email address.', { format: 'email', maxLength: 80 }),
      Phone: field.text('Phone', 'Work phone number.', { maxLength: 40 }),
      Title: field.text('Job title', 'What the person does at the company.', { maxLength: 128 }),
      MailingCountryCode: field.text('Mailing country code', 'ISO 3166 two-letter country of the postal address.', {
        pattern: '^[A-Z]{2}$',
      }),
      CurrencyIsoCode: currencyCode('Currency of the record.'),
    },
  },
  nameField: 'Name',
  identity: { field: 'Id', external: EXTERNAL_ID_FIELD },
  lookupFields: ['Email', 'AccountId'],
  ...platform,
  write: { ...platformWrite, requiredOnCreate: ['LastName'] },
};

export const opportunityContactRole: ObjectManifest = {
  name: 'OpportunityContactRole',
  title: 'Opportunity contact role',
  description: 'Says which contact plays which part in a deal.',
  schema: {
    type: 'object',
    title: 'Opportunity contact role',
    properties: {
      ...systemFields,
      OpportunityId: recordId('Opportunity', 'The deal.'),
      ContactId: recordId('Contact', 'The person.'),
      Role: field.text('Role', 'Part the person plays, for example Decision Maker or Billing Contact.', {
        maxLength: 255,
      }),
      IsPrimary: field.flag('Primary', 'True for the one main contact of the deal.'),
    },
  },
  identity: { field: 'Id' },
  lookupFields: ['OpportunityId', 'ContactId'],
  ...platform,
  write: { ...platformWrite, requiredOnCreate: ['OpportunityId', 'ContactId'] },
};
