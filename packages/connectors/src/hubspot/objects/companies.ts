import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { decimal, identity, owner, platform, platformWrite, recordId, systemFields } from '../fields.ts';

export const companies: ObjectManifest = {
  name: 'companies',
  title: 'Company',
  description: 'An organisation that the firm sells to, or might sell to.',
  entity: 'customer',
  schema: {
    type: 'object',
    title: 'Company',
    properties: {
      ...systemFields('hs_lastmodifieddate'),
      name: field.text('Name', 'Name of the company.'),
      domain: field.text('Domain', 'Web domain; HubSpot recognises companies by it.'),
      description: field.text('Description', 'Free text about the company.'),
      phone: field.text('Phone', 'Switchboard number.'),
      website: field.text('Website', 'Web address.'),
      industry: field.text('Industry', 'Line of business, one of the account’s choices.'),
      address: field.text('Street', 'First street line.'),
      address2: field.text('Street 2', 'Second street line.'),
      city: field.text('City', 'Town.'),
      state: field.text('State', 'State or region.'),
      zip: field.text('Postal code', 'Post code.'),
      country: field.text('Country', 'Name of the country.'),
      numberofemployees: decimal('Employees', 'Number of people who work there.'),
      annualrevenue: decimal('Annual revenue', 'Revenue of a year, in the account’s own currency.'),
      lifecyclestage: field.text('Lifecycle stage', 'How far the relationship has come, one of the account’s stages.'),
      hubspot_owner_id: owner,
      hs_parent_company_id: recordId('Parent company', 'Company that owns this one.', readOnly),
    },
  },
  nameField: 'name',
  identity,
  lookupFields: ['domain', 'name', 'phone'],
  children: {
    contacts: { object: 'contacts', foreignKey: 'associatedcompanyid' },
    deals: { object: 'deals', foreignKey: 'hs_primary_associated_company' },
  },
  ...platform,
  write: { ...platformWrite, requiredOnCreate: ['name'] },
};
