import { SYSTEM_FIELDS, enumeration, flag, integer, number, reference, text } from '../field-types.ts';
import type { FieldMap, RecordType, RecordTypeName } from '../field-types.ts';
import { COUNTRIES } from './address.ts';

/** Records that an administrator maintains. Integrations read them to find ids. */
export const subsidiary = list('subsidiary', 'Subsidiary', {
  country: enumeration('Country', COUNTRIES),
  currency: reference('Currency', 'currency'),
  isElimination: flag('Elimination'),
  isInactive: flag('Inactive'),
  name: text('Name'),
  parent: reference('Subsidiary of', 'subsidiary'),
});

export const currency = list('currency', 'Currency', {
  currencyPrecision: enumeration('Currency Precision', { 0: '0', 2: '2' }),
  exchangeRate: number('Default Exchange Rate'),
  isBaseCurrency: flag('Base Currency'),
  isInactive: flag('Inactive'),
  name: text('Name'),
  symbol: text('ISO Code'),
});

export const term = list('term', 'Term', {
  daysUntilNetDue: integer('Days Till Net Due'),
  isInactive: flag('Inactive'),
  name: text('Terms'),
});

export const serviceSaleItem: RecordType = {
  ...list('serviceSaleItem', 'Service for Sale', {
    description: text('Description'),
    displayName: text('Display Name/Code'),
    isFulfillable: flag('Can be Fulfilled/Received'),
    isInactive: flag('Inactive'),
    itemId: text('Item Name/Number'),
  }),
  idSequence: 'item',
  nameField: 'itemId',
};

export const department = list('department', 'Department', { name: text('Name'), isInactive: flag('Inactive') });
export const classification = list('classification', 'Class', { name: text('Name'), isInactive: flag('Inactive') });
export const location = list('location', 'Location', { name: text('Name'), isInactive: flag('Inactive') });

export const salesTaxItem: RecordType = {
  ...list('salesTaxItem', 'Tax Code', {
    description: text('Description'),
    isInactive: flag('Inactive'),
    itemId: text('Tax Name'),
    rate: number('Rate'),
    subsidiary: reference('Subsidiary', 'subsidiary'),
  }),
  nameField: 'itemId',
};

function list(name: RecordTypeName, label: string, fields: FieldMap): RecordType {
  return {
    name,
    label,
    idSequence: 'list',
    nameField: 'name',
    isWritable: false,
    fields: { ...SYSTEM_FIELDS, ...fields },
  };
}
