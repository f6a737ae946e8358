import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { platform, platformWrite, reference, sublist, systemFields } from '../fields.ts';

export const invoice: ObjectManifest = {
  name: 'invoice',
  title: 'Invoice',
  description: 'A bill sent to a customer, with its tax and what is still unpaid.',
  entity: 'invoice',
  schema: {
    type: 'object',
    title: 'Invoice',
    properties: {
      ...systemFields,
      tranId: field.text('Invoice number', 'Number NetSuite gave the invoice.', readOnly),
      entity: reference('Customer', 'Customer that pays.'),
      subsidiary: reference('Subsidiary', 'Company of the group that invoices.'),
      currency: reference('Currency', 'Currency of all amounts.'),
      createdFrom: reference('Created from', 'Sales order the invoice bills.'),
      job: reference('Project', 'Project the invoice is for.'),
      tranDate: field.date('Invoice date', 'Day of the invoice.'),
      dueDate: field.date('Due date', 'Day payment is due.'),
      terms: reference('Terms', 'Payment terms.'),
      otherRefNum: field.text('PO number', 'The customer’s purchase order.', { maxLength: 45 }),
      memo: field.text('Memo', 'Short text shown in lists.', { maxLength: 999 }),
      status: reference('Status', 'Open or paid in full.', readOnly),
      subtotal: field.number('Subtotal', 'Sum of the lines before tax.', readOnly),
      taxTotal: field.number('Tax', 'Tax that NetSuite calculated.', readOnly),
      total: field.number('Total', 'Sum with tax.', readOnly),
      amountPaid: field.number('Paid', 'What has been paid.', readOnly),
      amountRemaining: field.number('Remaining', 'What is still unpaid.', readOnly),
      custbody_tl_origin: field.text('Throughline origin', 'Marks a record that an integration wrote.', {
        maxLength: 300,
      }),
      item: sublist('Items', 'What is billed, line by line.', {
        line: field.integer('Line number', 'Number of the line within the invoice.', readOnly),
        item: reference('Item', 'Service item billed.'),
        quantity: field.number('Quantity', 'Units billed.'),
        rate: field.number('Rate', 'Price of one unit.', { 'x-unit': 'major' }),
        amount: field.number('Amount', 'Quantity times rate.', { 'x-unit': 'major' }),
        description: field.text('Description', 'Text on the invoice.', { maxLength: 4000 }),
        taxCode: reference('Tax code', 'Tax code of the line; the subsidiary’s usual one when left out.'),
        custcol_tl_line_ref: field.text('Throughline line', 'Key of the contract line this line stands for.'),
      }),
    },
  },
  nameField: 'tranId',
  identity: { field: 'id', external: 'externalId' },
  lookupFields: ['tranId', 'otherRefNum', 'entity', 'createdFrom'],
  ...platform,
  write: { ...platformWrite, requiredOnCreate: ['entity', 'item'] },
};
