import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { dealOfList, identity, owner, platform, platformWrite, recordId, systemFields } from '../fields.ts';

export const contacts: ObjectManifest = {
  name: 'contacts',
  title: 'Contact',
  description: 'A person. HubSpot recognises contacts by their email address.',
  schema: {
    type: 'object',
    title: 'Contact',
    properties: {
      ...systemFields('lastmodifieddate'),
      ...dealOfList,
      email: field.text('Email', 'Email address, unique in the account.', { format: 'email' }),
      firstname: field.text('First name', 'Given name.'),
      lastname: field.text('Last name', 'Family name.'),
      phone: field.text('Phone', 'Phone number.'),
      jobtitle: field.text('Job title', 'What the person does.'),
      company: field.text('Company name', 'Name of the company as text; the association is what counts.'),
      associatedcompanyid: recordId('Primary company', 'Company that the person is mainly associated with.', readOnly),
      city: field.text('City', 'Town.'),
      country: field.text('Country', 'Name of the country.'),
      lifecyclestage: field.text('Lifecycle stage', 'How far the relationship has come, one of the account’s stages.'),
      hubspot_owner_id: owner,
    },
  },
  nameField: 'lastname',
  identity,
  lookupFields: ['email', 'lastname'],
  ...platform,
  write: { ...platformWrite, requiredOnCreate: ['email'] },
};
