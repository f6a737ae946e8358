import type { z } from 'zod';
import { roleCode, taxJurisdiction } from './parts/commercial.ts';
import { version, type EntityDefinition } from './parts/entity.ts';
import { field } from './parts/field.ts';
import { money } from './parts/money.ts';
import { origin } from './parts/origin.ts';

const schema = field.object(
  'Billing event',
  'Something that may be invoiced: work done, money spent, a milestone reached, a date come.',
  {
    id: field.id('Billing event id', 'Identity of the event across all systems.'),
    kind: field.choice('Kind', 'What gave rise to it.', [
      'time',
      'expense',
      'milestone',
      'instalment',
      'retainer',
      'adjustment',
    ]),
    contractId: field.id('Contract', 'Contract that is invoiced.'),
    projectId: field.id('Project', 'Project it belongs to.').optional(),
    contractLineId: field.id('Contract line', 'Contract line it draws on.').optional(),
    sourceId: field.id('Source', 'Time entry, expense, milestone or instalment it came from.'),
    sourceVersion: field
      .text('Source version', 'Mark of the source when the event was made; a newer one holds its release.')
      .optional(),
    eventDate: field.date('Event date', 'Day of the work, the expense or the milestone.'),
    accountingDate: field.date('Accounting date', 'Day it is posted on, by the accounting-date policy.').optional(),
    roleCode: roleCode('Role that worked; for kind time.').optional(),
    quantity: field.decimal('Quantity', 'Units to be invoiced.'),
    rate: money('Rate', 'Price of one unit.'),
    amount: money('Amount', 'What is to be invoiced, before tax.'),
    taxJurisdiction: taxJurisdiction().optional(),
    status: field.choice('Status', 'Where it stands.', ['pending', 'held', 'released', 'invoiced', 'reversed']),
    holdReason: field.text('Hold reason', 'Why it may not be invoiced yet.', 400).optional(),
    invoiceId: field.id('Invoice', 'Invoice it went into.').optional(),
    invoiceLineId: field.id('Invoice line', 'Line of that invoice.').optional(),
    origin: origin().optional(),
  },
);

export type BillingEvent = z.output<typeof schema>;

const example: BillingEvent = {
  id: 'BE-TE-5512093',
  kind: 'time',
  contractId: '0065g00000Deal01AAA',
  projectId: '0065g00000Deal01AAA',
  contractLineId: '00k5g00000Line01AAA',
  sourceId: 'TE-5512093',
  sourceVersion: '2026-12-07T08:30:00+00:00',
  eventDate: '2026-12-03',
  roleCode: 'SENIOR',
  quantity: '7.5',
  rate: { amount: '175.00', currency: 'GBP' },
  amount: { amount: '1312.50', currency: 'GBP' },
  taxJurisdiction: 'GB',
  status: 'released',
};

export const billingEvent = {
  title: 'Billing event',
  description: 'Something that may be invoiced: work done, money spent, a milestone reached, a date come.',
  current: '1.0.0',
  versions: { '1.0.0': version(schema, example) },
  upgrades: [],
} satisfies EntityDefinition;
