import type { z } from 'zod';
import { version, type EntityDefinition } from './parts/entity.ts';
import { field } from './parts/field.ts';
import { money } from './parts/money.ts';
import { origin } from './parts/origin.ts';

const schema = field.object('Expense', 'Money a person spent for a project.', {
  id: field.id('Expense id', 'Identity of the expense across all systems.'),
  projectId: field.id('Project', 'Project the money was spent for.'),
  taskId: field.id('Task', 'Task the money was spent for.').optional(),
  resourceId: field.id('Resource', 'Person who spent it.'),
  expenseDate: field.date('Date', 'Day the money was spent.'),
  category: field.text('Category', 'Kind of expense, for example rail travel.', 80),
  amount: money('Amount', 'What was spent, with tax.'),
  taxAmount: money('Tax', 'Tax contained in the amount.').optional(),
  taxCode: field.text('Tax code', 'Tax code of the purchase.', 40).optional(),
  markupPercent: field.decimal('Mark-up', 'Percent added when it is charged to the customer.', 'percent').optional(),
  isBillable: field.flag('Billable', 'True when it is charged to the customer.'),
  isReimbursable: field.flag('Reimbursable', 'True when the person gets the money back.'),
  status: field.choice('Status', 'Where the expense stands; only approved ones are billed.', [
    'draft',
    'submitted',
    'approved',
    'rejected',
  ]),
  notes: field.text('Notes', 'What it was for.', 4000).optional(),
  origin: origin().optional(),
});

export type Expense = z.output<typeof schema>;

const example: Expense = {
  id: 'EX-20991',
  projectId: '0065g00000Deal01AAA',
  resourceId: 'W-20417',
  expenseDate: '2026-12-03',
  category: 'Rail travel',
  amount: { amount: '84.60', currency: 'GBP' },
  taxAmount: { amount: '0.00', currency: 'GBP' },
  markupPercent: '0',
  isBillable: true,
  isReimbursable: true,
  status: 'approved',
  notes: 'London to York, return',
};

export const expense = {
  title: 'Expense',
  description: 'Money a person spent for a project.',
  current: '1.0.0',
  versions: { '1.0.0': version(schema, example) },
  upgrades: [],
} satisfies EntityDefinition;
