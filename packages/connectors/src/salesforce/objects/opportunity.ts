import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { field, readOnly } from '../../kit/field.ts';
import {
  EXTERNAL_ID_FIELD,
  externalId,
  currencyCode,
  legalEntity,
  origin,
  platform,
  platformWrite,
  recordId,
  systemFields,
} from '../fields.ts';

const dealFields = {
  Name: field.text('Opportunity name', 'What the deal is called.', { maxLength: 120 }),
  AccountId: recordId('Account', 'Company that buys.'),
  OwnerId: recordId('Owner', 'User who sells the deal and owns the relationship.'),
  StageName: field.choice('Stage', 'How far the sale has come.', [
    'Prospecting',
    'Qualification',
    'Proposal',
    'Negotiation',
    'Closed Won',
    'Closed Lost',
  ]),
  Amount: field.number(
    'Amount',
    'Value of the deal in its own currency. With lines on the deal it is their sum and cannot be set.',
  ),
  CurrencyIsoCode: currencyCode('Currency of the amount and of all lines.'),
  CloseDate: field.date('Close date', 'Expected closing day, or the day it was closed.'),
  Probability: field.number('Probability', 'Chance to win in percent, from the stage.', {
    minimum: 0,
    maximum: 100,
    'x-unit': 'percent',
  }),
  Description: field.text('Description', 'Free text about the deal.'),
  IsWon: field.flag('Won', 'True at stage Closed Won.', readOnly),
  IsClosed: field.flag('Closed', 'True at either closed stage.', readOnly),
} satisfies Readonly<Record<string, JsonSchema>>;

const contractFields = {
  Contract_Type__c: field.choice('Contract type', 'How the work is paid for.', [
    'Time and Materials',
    'Fixed Fee',
    'Retainer',
    'Milestone',
  ]),
  Billing_Model__c: field.choice('Billing model', 'When invoices are raised.', [
    'Monthly in Arrears',
    'Monthly in Advance',
    'Upfront',
    'On Milestone',
    'Fixed Schedule',
  ]),
  Billing_Terms__c: field.choice('Billing terms', 'Days the customer has to pay an invoice.', [
    'Net 14',
    'Net 30',
    'Net 45',
    'Net 60',
  ]),
  Legal_Entity__c: legalEntity('Company of the group that signs the contract.'),
  Tax_Jurisdiction__c: field.text('Tax jurisdiction', 'Country, or country and state, whose sales tax applies.', {
    maxLength: 20,
    examples: ['GB', 'DE', 'CH', 'US-NY', 'US-CA'],
  }),
  Delivery_Region__c: field.text('Delivery region', 'Region whose people do the work.', { maxLength: 255 }),
  Project_Start__c: field.date('Project start', 'First day of work.'),
  Project_End__c: field.date('Project end', 'Last planned day of work.'),
  PO_Number__c: field.text('Purchase order', 'The customer’s order number, to be printed on invoices.', {
    maxLength: 60,
  }),
  Practice__c: field.text('Practice', 'Practice of the firm that leads the work.', { maxLength: 255 }),
  Throughline_Origin__c: origin,
} satisfies Readonly<Record<string, JsonSchema>>;

export const opportunity: ObjectManifest = {
  name: 'Opportunity',
  title: 'Opportunity',
  description: 'A deal in the sales pipeline. At stage Closed Won it is sold and becomes a contract and a project.',
  entity: 'opportunity',
  schema: {
    type: 'object',
    title: 'Opportunity',
    properties: { ...systemFields, ...externalId, ...dealFields, ...contractFields },
  },
  nameField: 'Name',
  identity: { field: 'Id', external: EXTERNAL_ID_FIELD },
  lookupFields: ['Name', 'AccountId', 'StageName', 'PO_Number__c'],
  children: {
    lines: { object: 'OpportunityLineItem', foreignKey: 'OpportunityId' },
    contactRoles: { object: 'OpportunityContactRole', foreignKey: 'OpportunityId' },
  },
  ...platform,
  write: { ...platformWrite, requiredOnCreate: ['Name', 'StageName', 'CloseDate'] },
};
