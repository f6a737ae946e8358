import {
  currency,
  email,
  externalId,
  flag,
  longText,
  picklist,
  READ_ONLY,
  reference,
  restricted,
  text,
} from './field.ts';
import { productFamilies, roleCodes } from './picklists.ts';
import { sobjectType } from './sobject-type.ts';

export const product2 = sobjectType('Product2', {
  label: 'Product',
  labelPlural: 'Products',
  keyPrefix: '01t',
  fields: [
    text('Name', 255, { label: 'Product Name', isNillable: false, isNameField: true }),
    text('ProductCode', 255),
    longText('Description', 4000, { label: 'Product Description' }),
    picklist('Family', productFamilies, { label: 'Product Family' }),
    restricted('Role_Code__c', roleCodes),
    flag('IsActive', { label: 'Active' }),
    externalId('External_Id__c', { label: 'External ID' }),
  ],
});

export const pricebook2 = sobjectType('Pricebook2', {
  label: 'Price Book',
  labelPlural: 'Price Books',
  keyPrefix: '01s',
  hasCurrency: false,
  fields: [
    text('Name', 255, { label: 'Price Book Name', isNillable: false, isNameField: true }),
    text('Description', 255),
    flag('IsActive', { label: 'Active' }),
    flag('IsStandard', { label: 'Is Standard Price Book', ...READ_ONLY }),
  ],
});

export const pricebookEntry = sobjectType('PricebookEntry', {
  label: 'Price Book Entry',
  labelPlural: 'Price Book Entries',
  keyPrefix: '01u',
  fields: [
    text('Name', 255, { label: 'Product Name', isNameField: true, ...READ_ONLY, isCalculated: true }),
    reference('Pricebook2Id', 'Pricebook2', {
      isNillable: false,
      isUpdateable: false,
      childRelationshipName: 'PricebookEntries',
      isCascadeDelete: true,
    }),
    reference('Product2Id', 'Product2', {
      isNillable: false,
      isUpdateable: false,
      childRelationshipName: 'PricebookEntries',
      isCascadeDelete: true,
    }),
    currency('UnitPrice', { label: 'List Price', isNillable: false }),
    flag('IsActive', { label: 'Active' }),
    text('ProductCode', 255, { ...READ_ONLY, isCalculated: true }),
  ],
});

/** Read-only here: nobody integrates the creation of CRM users in this story. */
export const user = sobjectType('User', {
  labelPlural: 'Users',
  keyPrefix: '005',
  isWritable: false,
  fields: [
    text('Username', 80, { isNillable: false, isUnique: true }),
    text('LastName', 80, { isNillable: false }),
    text('FirstName', 40),
    text('Name', 121, { label: 'Full Name', isNillable: false, isNameField: true, isCalculated: true, ...READ_ONLY }),
    email('Email', { isNillable: false }),
    text('Title', 80),
    text('Department', 80),
    flag('IsActive', { label: 'Active' }),
    text('TimeZoneSidKey', 40, { label: 'Time Zone' }),
  ],
});
