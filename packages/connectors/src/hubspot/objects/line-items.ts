import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { dealOfList, decimal, identity, platform, platformWrite, recordId, systemFields } from '../fields.ts';

/** A line starts as a copy of its product, so the two share these. */
const soldFields: Readonly<Record<string, JsonSchema>> = {
  name: field.text('Name', 'What is sold.'),
  hs_sku: field.text('SKU', 'Code of what is sold.'),
  description: field.text('Description', 'Text for quotes and invoices.'),
  price: decimal('Unit price', 'Price of one unit.', { 'x-unit': 'major' }),
  hs_cost_of_goods_sold: decimal('Unit cost', 'What one unit costs the firm.', { 'x-unit': 'major' }),
  recurringbillingfrequency: field.text('Billing frequency', 'How often it is billed; absent for a single payment.'),
  hs_recurring_billing_period: field.text('Term', 'For how long it is billed, as an ISO 8601 duration.', {
    examples: ['P12M'],
  }),
};

export const products: ObjectManifest = {
  name: 'products',
  title: 'Product',
  description: 'Something that the firm sells: time of a role, a fee, a retainer or a milestone.',
  entity: 'role',
  schema: {
    type: 'object',
    title: 'Product',
    properties: { ...systemFields('hs_lastmodifieddate'), ...soldFields },
  },
  nameField: 'name',
  identity,
  lookupFields: ['hs_sku', 'name'],
  ...platform,
  write: { ...platformWrite, requiredOnCreate: ['name'] },
};

export const lineItems: ObjectManifest = {
  name: 'line_items',
  title: 'Line item',
  description: 'One sold item of a deal. It belongs to the deal by an association.',
  schema: {
    type: 'object',
    title: 'Line item',
    properties: {
      ...systemFields('hs_lastmodifieddate'),
      ...dealOfList,
      ...soldFields,
      hs_product_id: recordId('Product', 'Product that the line was copied from.'),
      quantity: decimal('Quantity', 'Units sold.'),
      amount: decimal('Amount', 'Quantity times price, less the discount.', { ...readOnly, 'x-unit': 'major' }),
      hs_line_item_currency_code: field.text('Currency', 'ISO 4217 code of the prices.', { pattern: '^[A-Z]{3}$' }),
      discount: decimal('Discount', 'Amount off one unit.', { 'x-unit': 'major' }),
      hs_discount_percentage: decimal('Discount in percent', 'Share off the price.', { 'x-unit': 'percent' }),
      hs_recurring_billing_start_date: field.date('Billing start', 'Day that recurring billing begins.'),
    },
  },
  nameField: 'name',
  identity,
  lookupFields: ['hs_sku', 'hs_product_id'],
  ...platform,
  write: { ...platformWrite, requiredOnCreate: ['name'] },
};
