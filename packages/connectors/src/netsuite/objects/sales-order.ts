import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { platform, platformWrite, reference, sublist, systemFields } from '../fields.ts';

export const salesOrder: ObjectManifest = {
  name: 'salesOrder',
  title: 'Sales order (contract)',
  description: 'The contract as finance sees it: what was sold, to whom, by which subsidiary, and how it is billed.',
  entity: 'contract',
  schema: {
    type: 'object',
    title: 'Sales order',
    properties: {
      ...systemFields,
      tranId: field.text('Order number', 'Number NetSuite gave the order.', readOnly),
      entity: reference('Customer', 'Customer that buys; it has to exist first.'),
      subsidiary: reference('Subsidiary', 'Company of the group that signs the contract.'),
      currency: reference('Currency', 'Currency of all amounts on the order.'),
      tranDate: field.date('Order date', 'Day the deal was closed.'),
      startDate: field.date('Start date', 'First day of the contract.'),
      endDate: field.date('End date', 'Last day of the contract.'),
      terms: reference('Terms', 'Payment terms of the contract.'),
      otherRefNum: field.text('PO number', 'The customer’s purchase order, printed on invoices.', { maxLength: 45 }),
      memo: field.text('Memo', 'Short text shown in lists.', { maxLength: 999 }),
      billingSchedule: reference('Billing schedule', 'When and how much is invoiced.'),
      job: reference('Project', 'Project the order is for.'),
      department: reference('Department', 'Department that earns the revenue.'),
      class: reference('Class', 'Practice that earns the revenue.'),
      location: reference('Location', 'Delivery region.'),
      orderStatus: reference('Order status', 'A pending approval, B pending fulfilment.'),
      status: reference(
        'Status',
        'Where the order stands: pending approval, pending billing, billed or closed.',
        readOnly,
      ),
      total: field.number('Total', 'Sum of the order with tax, in its currency.', readOnly),
      subtotal: field.number('Subtotal', 'Sum of the lines before tax, in the order’s currency.', readOnly),
      custbody_tl_contract_type: field.text('Contract type', 'How the work is paid for.'),
      custbody_tl_billing_model: field.text('Billing model', 'When invoices are raised.'),
      custbody_tl_tax_jurisdiction: field.text(
        'Tax jurisdiction',
        'Country, or country and state, whose sales tax applies.',
      ),
      custbody_tl_delivery_region: field.text('Delivery region', 'Region whose people do the work.'),
      custbody_tl_origin: field.text('Throughline origin', 'Marks a record that an integration wrote.', {
        maxLength: 300,
      }),
      item: sublist('Items', 'What was sold, line by line.', {
        line: field.integer('Line number', 'Number of the line within the order.', readOnly),
        item: reference('Item', 'Service item sold: a role, a fee, a retainer or a milestone.'),
        quantity: field.number('Quantity', 'Units sold.'),
        rate: field.number('Rate', 'Price of one unit in the order’s currency.', { 'x-unit': 'major' }),
        amount: field.number('Amount', 'Quantity times rate, in the order’s currency.', { 'x-unit': 'major' }),
        description: field.text('Description', 'Text on the order and its invoices.', { maxLength: 4000 }),
        taxCode: reference('Tax code', 'Tax code of the line; the subsidiary’s usual one when left out.'),
        custcol_tl_line_ref: field.text('Throughline line', 'Key of the contract line this line stands for.'),
      }),
    },
  },
  identity: { field: 'id', external: 'externalId' },
  lookupFields: ['tranId', 'otherRefNum', 'entity'],
  ...platform,
  write: { ...platformWrite, requiredOnCreate: ['entity', 'item'] },
};
