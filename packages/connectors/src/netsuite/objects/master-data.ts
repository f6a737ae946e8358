import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { platform, platformWrite, reference, systemFields } from '../fields.ts';

const { id, externalId } = systemFields;
const inactive = field.flag('Inactive', 'True when it can no longer be chosen.', readOnly);

/** Set-up records: read to resolve references; changed by finance in NetSuite itself. */
export const subsidiary: ObjectManifest = {
  name: 'subsidiary',
  title: 'Subsidiary',
  description: 'A legal entity of the group.',
  entity: 'legal-entity',
  schema: {
    type: 'object',
    title: 'Subsidiary',
    properties: {
      id,
      externalId,
      name: field.text('Name', 'Name of the legal entity.', readOnly),
      legalName: field.text('Legal name', 'Registered name.', readOnly),
      country: reference('Country', 'Country it is registered in.', readOnly),
      currency: reference('Base currency', 'Currency its books are kept in.', readOnly),
      parent: reference('Parent', 'Legal entity that owns it.', readOnly),
      isInactive: inactive,
    },
  },
  nameField: 'name',
  identity: { field: 'id', external: 'externalId' },
  lookupFields: ['name'],
  read: platform.read,
};

export const currency: ObjectManifest = {
  name: 'currency',
  title: 'Currency',
  description: 'A currency transactions can be in.',
  entity: 'currency',
  schema: {
    type: 'object',
    title: 'Currency',
    properties: {
      id,
      externalId,
      name: field.text('Name', 'Name of the currency.', readOnly),
      symbol: field.text('ISO code', 'ISO 4217 code.', readOnly),
      currencyPrecision: reference('Decimals', 'Digits after the decimal point.', readOnly),
      isBaseCurrency: field.flag('Base currency', 'True for the group’s own currency.', readOnly),
      isInactive: inactive,
    },
  },
  nameField: 'name',
  identity: { field: 'id', external: 'externalId' },
  lookupFields: ['symbol', 'name'],
  read: platform.read,
};

export const term: ObjectManifest = {
  name: 'term',
  title: 'Payment terms',
  description: 'Days a customer has to pay.',
  schema: {
    type: 'object',
    title: 'Payment terms',
    properties: {
      id,
      externalId,
      name: field.text('Name', 'For example Net 30.', readOnly),
      daysUntilNetDue: field.integer('Days', 'Days from invoice date to due date.', readOnly),
      isInactive: inactive,
    },
  },
  nameField: 'name',
  identity: { field: 'id', external: 'externalId' },
  lookupFields: ['name'],
  read: platform.read,
};

export const serviceSaleItem: ObjectManifest = {
  name: 'serviceSaleItem',
  title: 'Service item',
  description: 'Something that can be put on an order or invoice: time of a role, a fee, a retainer, a milestone.',
  entity: 'role',
  schema: {
    type: 'object',
    title: 'Service item',
    properties: {
      ...systemFields,
      itemId: field.text('Item name', 'Name or code of the item; unique.', { maxLength: 60 }),
      displayName: field.text('Display name', 'Name people see.', { maxLength: 60 }),
      salesDescription: field.text('Sales description', 'Text put on order lines.', { maxLength: 999 }),
      isInactive: field.flag('Inactive', 'True when it can no longer be sold.'),
    },
  },
  nameField: 'displayName',
  identity: { field: 'id', external: 'externalId' },
  lookupFields: ['itemId', 'displayName'],
  ...platform,
  write: { ...platformWrite, requiredOnCreate: ['itemId'] },
};

export const employee: ObjectManifest = {
  name: 'employee',
  title: 'Employee',
  description: 'Somebody who works for one of the legal entities.',
  entity: 'resource',
  schema: {
    type: 'object',
    title: 'Employee',
    properties: {
      ...systemFields,
      entityId: field.text('Employee id', 'Name or number NetSuite shows.'),
      firstName: field.text('First name', 'Given name.', { maxLength: 32 }),
      lastName: field.text('Last name', 'Family name.', { maxLength: 32 }),
      email: field.text('Email', 'Work email address.', { format: 'email', maxLength: 254 }),
      title: field.text('Job title', 'What the person does.', { maxLength: 200 }),
      subsidiary: reference('Subsidiary', 'Legal entity that employs the person.'),
      department: reference('Department', 'Department the person belongs to.'),
      isInactive: field.flag('Inactive', 'True for people who have left.'),
    },
  },
  nameField: 'entityId',
  identity: { field: 'id', external: 'externalId' },
  lookupFields: ['email', 'entityId'],
  ...platform,
  write: { ...platformWrite, requiredOnCreate: ['firstName', 'lastName', 'subsidiary'] },
};
