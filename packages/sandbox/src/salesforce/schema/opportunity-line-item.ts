import { currency, date, decimal, externalId, integer, READ_ONLY, reference, restricted, text } from './field.ts';
import { roleCodes, units } from './picklists.ts';
import { sobjectType } from './sobject-type.ts';

export const opportunityLineItem = sobjectType('OpportunityLineItem', {
  label: 'Opportunity Product',
  labelPlural: 'Opportunity Products',
  keyPrefix: '00k',
  fields: [
    reference('OpportunityId', 'Opportunity', {
      isNillable: false,
      isUpdateable: false,
      childRelationshipName: 'OpportunityLineItems',
      isCascadeDelete: true,
    }),
    integer('SortOrder', { label: 'Sort' }),
    reference('PricebookEntryId', 'PricebookEntry', { label: 'Price Book Entry ID', isUpdateable: false }),
    reference('Product2Id', 'Product2', {
      label: 'Product ID',
      isUpdateable: false,
      childRelationshipName: 'OpportunityLineItems',
    }),
    text('ProductCode', 255, { ...READ_ONLY, isCalculated: true }),
    text('Name', 376, { label: 'Opportunity Product Name', isNameField: true, ...READ_ONLY, isCalculated: true }),
    decimal('Quantity', { isNillable: false, precision: 12 }),
    currency('UnitPrice', { label: 'Sales Price' }),
    currency('TotalPrice', { label: 'Total Price' }),
    currency('ListPrice', { label: 'List Price', ...READ_ONLY, isCalculated: true }),
    date('ServiceDate', { label: 'Date' }),
    text('Description', 255, { label: 'Line Description' }),
    restricted('Role_Code__c', roleCodes),
    text('Phase__c', 80),
    restricted('Unit__c', units),
    externalId('External_Id__c', { label: 'External ID' }),
  ],
});
