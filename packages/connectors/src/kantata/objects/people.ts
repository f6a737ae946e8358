import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { cents, changes, idField, read, recordId, recordIds, references, stamps, write } from '../fields.ts';

export const users: ObjectManifest = {
  name: 'users',
  title: 'User',
  description: 'A consultant, a project lead or a client contact.',
  entity: 'resource',
  schema: {
    type: 'object',
    title: 'User',
    properties: {
      ...idField,
      full_name: field.text('Full name', 'First and last name.'),
      email_address: field.text('Email', 'Work email address.', { format: 'email' }),
      headline: field.text('Headline', 'Short text under the name, usually the job title.'),
      role_id: recordId('Role', 'Default role the person works in.', readOnly),
      account_membership_id: recordId('Account membership', 'Holds the person’s rates and permissions.', readOnly),
      account_permission: field.text('Permission', 'What the person may do in the account.', readOnly),
      account_id: recordId('Account', 'Kantata account the person belongs to.', readOnly),
      disabled: field.flag('Disabled', 'True for people who have left.', readOnly),
      ...references,
    },
  },
  nameField: 'full_name',
  identity: { field: 'id', external: 'external_references' },
  lookupFields: ['email_address', 'full_name'],
  read,
  write: { ...write, operations: ['update'], requiredOnCreate: [] },
};

export const accountMemberships: ObjectManifest = {
  name: 'account_memberships',
  title: 'Account membership',
  description: 'A person’s standing in the account: permission, default role, bill and cost rate.',
  entity: 'resource',
  schema: {
    type: 'object',
    title: 'Account membership',
    properties: {
      ...idField,
      ...stamps,
      user_id: recordId('User', 'Person the membership is of.', readOnly),
      permission: field.text('Permission', 'What the person may do in the account.'),
      default_role_id: recordId('Default role', 'Role the person usually works in.'),
      bill_rate_in_cents: cents('Bill rate', 'Usual hourly rate of the person.'),
      cost_rate_in_cents: cents('Cost rate', 'What an hour of the person costs.'),
      billability_target: field.number('Billability target', 'Share of billable time aimed at, in percent.', {
        'x-unit': 'percent',
      }),
      manager_id: recordId('Manager', 'Membership of the person’s manager.'),
      disabled_at: field.instant('Disabled', 'When the person left.', readOnly),
    },
  },
  identity: { field: 'id' },
  lookupFields: ['user_id'],
  read,
  write: { ...write, operations: ['update'], requiredOnCreate: [] },
};

export const roles: ObjectManifest = {
  name: 'roles',
  title: 'Role',
  description: 'A consulting role that rates and plans refer to.',
  entity: 'role',
  schema: {
    type: 'object',
    title: 'Role',
    properties: { ...idField, name: field.text('Name', 'Name of the role; unique.', { minLength: 1 }), ...references },
  },
  nameField: 'name',
  identity: { field: 'id', external: 'external_references' },
  lookupFields: ['name'],
  read,
  write: { ...write, requiredOnCreate: ['name'] },
};

export const workspaceGroups: ObjectManifest = {
  name: 'workspace_groups',
  title: 'Client (group)',
  description: 'A group of projects; with company set it stands for a client.',
  entity: 'customer',
  schema: {
    type: 'object',
    title: 'Client',
    properties: {
      ...idField,
      ...stamps,
      name: field.text('Name', 'Name of the client or group.', { minLength: 1 }),
      company: field.flag('Is a company', 'True when the group stands for a client.'),
      contact_name: field.text('Contact', 'Person to talk to.'),
      email: field.text('Email', 'Email address of the client.'),
      phone_number: field.text('Phone', 'Phone number of the client.'),
      address: field.text('Address', 'Postal address, in lines.'),
      website: field.text('Website', 'Web address of the client.'),
      notes: field.text('Notes', 'Free text.'),
      add_workspace_ids: recordIds('Add projects', 'Projects to put into the group. Can be written, is not returned.', {
        writeOnly: true,
      }),
      workspace_ids: recordIds('Projects', 'Projects in the group.', readOnly),
      ...references,
    },
  },
  nameField: 'name',
  identity: { field: 'id', external: 'external_references' },
  lookupFields: ['name'],
  read,
  changes,
  write: { ...write, requiredOnCreate: ['name'] },
};
