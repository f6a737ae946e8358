import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field } from '../../kit/field.ts';
import { EXTERNAL_ID_FIELD, externalId, currencyCode, platform, platformWrite, systemFields } from '../fields.ts';

export const product: ObjectManifest = {
  name: 'Product2',
  title: 'Product',
  description: 'Something the firm sells: time of a role, a fixed fee, a retainer or a milestone.',
  entity: 'role',
  schema: {
    type: 'object',
    title: 'Product',
    properties: {
      ...systemFields,
      ...externalId,
      Name: field.text('Product name', 'Name on quotes and lines.', { maxLength: 255 }),
      ProductCode: field.text('Product code', 'Short code of the product.', { maxLength: 255 }),
      Family: field.choice('Product family', 'Kind of product.', ['Role', 'Fixed fee', 'Retainer', 'Milestone']),
      Role_Code__c: field.text('Role code', 'Consulting role whose time the product sells; empty for fees.', {
        maxLength: 40,
      }),
      Description: field.text('Description', 'What the product covers.'),
      IsActive: field.flag('Active', 'False when it can no longer be sold.'),
      CurrencyIsoCode: currencyCode('Currency of the record.'),
    },
  },
  nameField: 'Name',
  identity: { field: 'Id', external: EXTERNAL_ID_FIELD },
  lookupFields: ['ProductCode', 'Name', 'Family', 'Role_Code__c'],
  ...platform,
  write: { ...platformWrite, requiredOnCreate: ['Name'] },
};
