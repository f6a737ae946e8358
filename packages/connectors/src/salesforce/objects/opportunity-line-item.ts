import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import {
  EXTERNAL_ID_FIELD,
  externalId,
  currencyCode,
  platform,
  platformWrite,
  recordId,
  systemFields,
} from '../fields.ts';

export const opportunityLineItem: ObjectManifest = {
  name: 'OpportunityLineItem',
  title: 'Opportunity line',
  description: 'One sold item of a deal: a role and its hours, a fee, a retainer month or a milestone.',
  schema: {
    type: 'object',
    title: 'Opportunity line',
    properties: {
      ...systemFields,
      ...externalId,
      OpportunityId: recordId('Opportunity', 'Deal the line belongs to.'),
      Product2Id: recordId('Product', 'What is sold.'),
      PricebookEntryId: recordId(
        'Price book entry',
        'Price list row the line was priced from; decides product and currency.',
      ),
      ProductCode: field.text('Product code', 'Code of the product.', readOnly),
      Name: field.text('Line name', 'Deal and product name, put together by Salesforce.', readOnly),
      Quantity: field.number('Quantity', 'Units sold, in the line’s unit.'),
      UnitPrice: field.number('Unit price', 'Price of one unit in the currency of the deal.', { 'x-unit': 'major' }),
      TotalPrice: field.number('Total price', 'Quantity times unit price, in the currency of the deal.', {
        ...readOnly,
        'x-unit': 'major',
      }),
      CurrencyIsoCode: currencyCode('Currency of the prices; always the one of the deal.'),
      ServiceDate: field.date('Service date', 'Day the service is due or begins.'),
      Description: field.text('Description', 'Text for this line, for example what a milestone delivers.', {
        maxLength: 255,
      }),
      Role_Code__c: field.choice('Role code', 'Consulting role that the line sells time of.', [
        'PARTNER',
        'PRINCIPAL',
        'SENIOR',
        'CONSULTANT',
        'ANALYST',
        'ARCHITECT',
        'ENGINEER',
        'DESIGNER',
        'PM',
      ]),
      Phase__c: field.text('Phase', 'Phase of the work breakdown, for example Discovery, Design, Build or Rollout.', {
        maxLength: 80,
      }),
      Unit__c: field.choice('Unit', 'What the quantity counts.', ['hour', 'day', 'each', 'month']),
    },
  },
  identity: { field: 'Id', external: EXTERNAL_ID_FIELD },
  lookupFields: ['OpportunityId', 'Product2Id'],
  ...platform,
  write: { ...platformWrite, requiredOnCreate: ['OpportunityId', 'Quantity', 'UnitPrice', 'PricebookEntryId'] },
};
