import type { z } from 'zod';
import { billingModel, paymentTerms } from './parts/commercial.ts';
import { version, type EntityDefinition } from './parts/entity.ts';
import { field } from './parts/field.ts';
import { money } from './parts/money.ts';
import { origin } from './parts/origin.ts';

const schema = field.object('Billing schedule', 'When and how much of a contract is invoiced.', {
  id: field.id('Billing schedule id', 'Identity of the schedule across all systems.'),
  contractId: field.id('Contract', 'Contract that is invoiced.'),
  name: field.text('Name', 'What the schedule is called.'),
  billingModel: billingModel(),
  frequency: field.choice('Frequency', 'How often an invoice falls due.', ['once', 'monthly', 'on-event', 'custom']),
  isInArrears: field.flag('In arrears', 'True when a period is invoiced after it has passed.'),
  startDate: field.date('Starts on', 'Day the first invoice falls due, or from which events count.'),
  endDate: field.date('Ends on', 'Day after which nothing is invoiced any more.').optional(),
  currency: field.currency('Currency', 'Currency of the invoices.'),
  totalAmount: money('Total', 'Everything that may be invoiced; for time and materials an estimate.'),
  paymentTerms: paymentTerms(),
  instalments: field.list(
    'Instalments',
    'What is invoiced when, as far as it is known beforehand.',
    field.object('Instalment', 'One planned invoice.', {
      id: field.id('Instalment id', 'Identity of the instalment.'),
      sequence: field.count('Sequence', 'Place in the schedule, counted from 1.'),
      description: field.text('Description', 'What is invoiced.', 400),
      dueDate: field.date('Due date', 'Day it is planned to be invoiced.'),
      amount: money('Amount', 'What is invoiced, before tax.'),
      percent: field.decimal('Percent', 'Share of the total.', 'percent'),
      milestoneId: field.id('Milestone', 'Milestone that must be reached first.').optional(),
    }),
  ),
  origin: origin().optional(),
});

export type BillingSchedule = z.output<typeof schema>;

const example: BillingSchedule = {
  id: '0065g00000Deal07AAA',
  contractId: '0065g00000Deal07AAA',
  name: 'Acme Rail: signalling study',
  billingModel: 'on-milestone',
  frequency: 'on-event',
  isInArrears: true,
  startDate: '2026-12-01',
  endDate: '2027-02-26',
  currency: 'GBP',
  totalAmount: { amount: '20000.00', currency: 'GBP' },
  paymentTerms: { code: 'Net 30', netDays: 30 },
  instalments: [
    {
      id: '00k5g00000Line71AAA',
      sequence: 1,
      description: 'Findings accepted',
      dueDate: '2027-01-15',
      amount: { amount: '8000.00', currency: 'GBP' },
      percent: '40',
      milestoneId: '00k5g00000Line71AAA',
    },
    {
      id: '00k5g00000Line72AAA',
      sequence: 2,
      description: 'Final report',
      dueDate: '2027-02-26',
      amount: { amount: '12000.00', currency: 'GBP' },
      percent: '60',
      milestoneId: '00k5g00000Line72AAA',
    },
  ],
};

export const billingSchedule = {
  title: 'Billing schedule',
  description: 'When and how much of a contract is invoiced.',
  current: '1.0.0',
  versions: { '1.0.0': version(schema, example) },
  upgrades: [],
} satisfies EntityDefinition;
