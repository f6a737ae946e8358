import type { z } from 'zod';
import { version, type EntityDefinition } from './parts/entity.ts';
import { field } from './parts/field.ts';
import { money } from './parts/money.ts';
import { origin } from './parts/origin.ts';

const schema = field.object('Payment status', 'What has been paid on an invoice, and what is still open.', {
  id: field.id('Payment status id', 'Identity of the record; one per invoice.'),
  invoiceId: field.id('Invoice', 'Invoice it is about.'),
  customerId: field.id('Customer', 'Customer that pays.'),
  status: field.choice('Status', 'How far payment has come.', [
    'open',
    'partly-paid',
    'paid',
    'overdue',
    'written-off',
  ]),
  paidAmount: money('Paid', 'What has been paid.'),
  creditedAmount: money('Credited', 'What has been given back by credit notes.').optional(),
  openAmount: money('Open', 'What is still to be paid.'),
  dueDate: field.date('Due date', 'Day payment is due.'),
  daysOverdue: field.count('Days overdue', 'Days since the due date; 0 while it is not overdue.'),
  lastPaymentDate: field.date('Last payment', 'Day of the latest payment.').optional(),
  asOf: field.instant('As of', 'When the figures were read from the ERP.'),
  origin: origin().optional(),
});

export type PaymentStatus = z.output<typeof schema>;

const example: PaymentStatus = {
  id: 'INV-10077',
  invoiceId: 'INV-10077',
  customerId: '0015g00000Acme01AAA',
  status: 'partly-paid',
  paidAmount: { amount: '1000.00', currency: 'GBP' },
  openAmount: { amount: '575.00', currency: 'GBP' },
  dueDate: '2027-01-30',
  daysOverdue: 0,
  lastPaymentDate: '2027-01-12',
  asOf: '2027-01-15T02:00:00+00:00',
};

export const paymentStatus = {
  title: 'Payment status',
  description: 'What has been paid on an invoice, and what is still open.',
  current: '1.0.0',
  versions: { '1.0.0': version(schema, example) },
  upgrades: [],
} satisfies EntityDefinition;
