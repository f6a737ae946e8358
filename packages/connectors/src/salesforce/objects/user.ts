import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { platform, systemFields } from '../fields.ts';

const { Id, CreatedDate, LastModifiedDate, SystemModstamp } = systemFields;

/** Read only here, because HR and the identity provider manage people, and not flows into the CRM. */
export const user: ObjectManifest = {
  name: 'User',
  title: 'User',
  description: 'Somebody who signs in to Salesforce: account owners and sales people.',
  entity: 'resource',
  schema: {
    type: 'object',
    title: 'User',
    properties: {
      Id,
      CreatedDate,
      LastModifiedDate,
      SystemModstamp,
      Name: field.text('Name', 'Full name.', readOnly),
      Email: field.text('Email', 'Work email address.', { format: 'email', ...readOnly }),
      Username: field.text('Username', 'Sign-in name, unique across all of Salesforce.', readOnly),
      IsActive: field.flag('Active', 'False for people who have left.', readOnly),
    },
  },
  nameField: 'Name',
  identity: { field: 'Id' },
  lookupFields: ['Email', 'Username', 'Name'],
  read: platform.read,
  changes: platform.changes,
};
