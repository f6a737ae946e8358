import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { platform, platformWrite, reference, systemFields } from '../fields.ts';

const { id, externalId } = systemFields;

export const customerSubsidiaryRelationship: ObjectManifest = {
  name: 'customerSubsidiaryRelationship',
  title: 'Customer and subsidiary',
  description:
    'Lets a further subsidiary trade with a customer, besides its primary one. Needed before that subsidiary’s first order.',
  schema: {
    type: 'object',
    title: 'Customer and subsidiary',
    properties: {
      id,
      externalId,
      entity: reference('Customer', 'The customer; it has to exist first.'),
      subsidiary: reference('Subsidiary', 'Company of the group that may trade with it.'),
      isPrimarySub: field.flag('Primary', 'True for the customer’s primary subsidiary.', readOnly),
      isInactive: field.flag('Inactive', 'True when the two no longer trade.'),
      name: field.text('Name', 'Both names, put together by NetSuite.', readOnly),
    },
  },
  identity: { field: 'id', external: 'externalId' },
  lookupFields: ['entity', 'subsidiary'],
  read: platform.read,
  write: { ...platformWrite, requiredOnCreate: ['entity', 'subsidiary'] },
};
