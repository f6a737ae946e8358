import type { z } from 'zod';
import { legalEntityCode, paymentTerms, roleCode } from './parts/commercial.ts';
import { version, type EntityDefinition } from './parts/entity.ts';
import { field } from './parts/field.ts';
import { money } from './parts/money.ts';
import { origin } from './parts/origin.ts';

const line = field.object('Invoice line', 'One item billed.', {
  id: field.id('Line id', 'Identity of the line.'),
  number: field.count('Line number', 'Place of the line, counted from 1.'),
  description: field.text('Description', 'Text on the invoice.', 4000),
  billingEventIds: field.list(
    'Billing events',
    'What this line bills; every event is billed by one line only.',
    field.id('Billing event', 'Billing event id.'),
  ),
  contractLineId: field.id('Contract line', 'Contract line it draws on.').optional(),
  roleCode: roleCode('Role that worked.').optional(),
  quantity: field.decimal('Quantity', 'Units billed.'),
  unitPrice: money('Unit price', 'Price of one unit.'),
  netAmount: money('Net', 'Amount before tax.'),
  taxCode: field.text('Tax code', 'Tax code the ERP applied.', 40).optional(),
  taxRate: field.decimal('Tax rate', 'Percent of tax.', 'percent').optional(),
  taxAmount: money('Tax', 'Tax of the line.').optional(),
});

const schema = field.object('Invoice', 'A bill sent to a customer, or a credit to one, with its lines and tax.', {
  id: field.id('Invoice id', 'Identity of the invoice across all systems.'),
  number: field.text('Invoice number', 'Number on the document.', 60).optional(),
  kind: field.choice('Kind', 'Whether money is asked for or given back.', ['invoice', 'credit-note']),
  creditedInvoiceId: field.id('Credited invoice', 'Invoice that a credit note gives back.').optional(),
  customerId: field.id('Customer', 'Customer that pays.'),
  contractId: field.id('Contract', 'Contract that is invoiced.').optional(),
  projectId: field.id('Project', 'Project that is invoiced.').optional(),
  legalEntity: legalEntityCode('Company of our group that invoices.'),
  purchaseOrderNumber: field.text('Purchase order', "The customer's order number.", 60).optional(),
  issueDate: field.date('Invoice date', 'Day of the document.'),
  dueDate: field.date('Due date', 'Day payment is due.'),
  paymentTerms: paymentTerms().optional(),
  currency: field.currency('Currency', 'Currency of all amounts.'),
  status: field.choice('Status', 'Where the document stands.', ['draft', 'issued', 'void']),
  lines: field.list('Lines', 'What is billed, item by item.', line),
  netAmount: money('Net', 'Sum of the lines before tax.'),
  taxAmount: money('Tax', 'Tax the ERP calculated.'),
  grossAmount: money('Gross', 'What the customer has to pay.'),
  origin: origin().optional(),
});

export type Invoice = z.output<typeof schema>;

const example: Invoice = {
  id: 'INV-10077',
  number: 'INV-10077',
  kind: 'invoice',
  customerId: '0015g00000Acme01AAA',
  contractId: '0065g00000Deal01AAA',
  projectId: '0065g00000Deal01AAA',
  legalEntity: 'HP-UK',
  purchaseOrderNumber: 'PO-77812',
  issueDate: '2026-12-31',
  dueDate: '2027-01-30',
  paymentTerms: { code: 'Net 30', netDays: 30 },
  currency: 'GBP',
  status: 'issued',
  lines: [
    {
      id: 'INV-10077-1',
      number: 1,
      description: 'Senior consultant, December 2026',
      billingEventIds: ['BE-TE-5512093'],
      roleCode: 'SENIOR',
      quantity: '7.5',
      unitPrice: { amount: '175.00', currency: 'GBP' },
      netAmount: { amount: '1312.50', currency: 'GBP' },
      taxCode: 'GB-S',
      taxRate: '20',
      taxAmount: { amount: '262.50', currency: 'GBP' },
    },
  ],
  netAmount: { amount: '1312.50', currency: 'GBP' },
  taxAmount: { amount: '262.50', currency: 'GBP' },
  grossAmount: { amount: '1575.00', currency: 'GBP' },
};

export const invoice = {
  title: 'Invoice',
  description: 'A bill sent to a customer, or a credit to one, with its lines and tax.',
  current: '1.0.0',
  versions: { '1.0.0': version(schema, example) },
  upgrades: [],
} satisfies EntityDefinition;
