import type { z } from 'zod';
import {
  billingModel,
  contractType,
  deliveryRegion,
  legalEntityCode,
  paymentTerms,
  practice,
  taxJurisdiction,
} from './parts/commercial.ts';
import { version, type EntityDefinition } from './parts/entity.ts';
import { field } from './parts/field.ts';
import { money } from './parts/money.ts';
import { origin } from './parts/origin.ts';
import { owner } from './parts/owner.ts';
import { soldLine } from './parts/sold-line.ts';

const schema = field.object('Contract', 'What was sold, to whom, by which of our companies, and how it is billed.', {
  id: field.id('Contract id', 'Identity of the contract across all systems.'),
  name: field.text('Name', 'What the contract is called.'),
  customerId: field.id('Customer', 'Customer id of the company that buys.'),
  opportunityId: field.id('Opportunity', 'Deal the contract comes from.').optional(),
  contractType: contractType(),
  billingModel: billingModel(),
  paymentTerms: paymentTerms(),
  currency: field.currency('Currency', 'Currency of the contract and all its lines.'),
  legalEntity: legalEntityCode('Company of our group that signs and invoices.'),
  taxJurisdiction: taxJurisdiction(),
  deliveryRegion: deliveryRegion(),
  practice: practice().optional(),
  purchaseOrderNumber: field.text('Purchase order', "The customer's order number, printed on invoices.", 60).optional(),
  signedDate: field.date('Signed on', 'Day the deal was closed.'),
  startDate: field.date('Start date', 'First day of work.'),
  endDate: field.date('End date', 'Last planned day of work.'),
  totalAmount: money('Total', 'Sum of all lines, before tax.'),
  owner: owner('Owner', 'Our person who answers for the contract.').optional(),
  lines: field.list('Lines', 'What was sold, item by item.', soldLine('Line', 'One sold item.'), 1),
  origin: origin().optional(),
});

export type Contract = z.output<typeof schema>;

const example: Contract = {
  id: '0065g00000Deal01AAA',
  name: 'Acme Rail: timetable platform',
  customerId: '0015g00000Acme01AAA',
  opportunityId: '0065g00000Deal01AAA',
  contractType: 'time-and-materials',
  billingModel: 'monthly-in-arrears',
  paymentTerms: { code: 'Net 30', netDays: 30 },
  currency: 'GBP',
  legalEntity: 'HP-UK',
  taxJurisdiction: 'GB',
  deliveryRegion: 'UK & Ireland',
  practice: 'Rail',
  purchaseOrderNumber: 'PO-77812',
  signedDate: '2026-11-20',
  startDate: '2026-12-01',
  endDate: '2027-02-26',
  totalAmount: { amount: '14000.00', currency: 'GBP' },
  owner: { id: '0055g00000Owner1AAA', name: 'Priya Shah', email: 'priya.shah@haldenpike.example' },
  lines: [
    {
      id: '00k5g00000Line01AAA',
      number: 1,
      kind: 'role',
      name: 'Senior consultant',
      description: 'Discovery with the timetable team',
      productCode: 'ROLE-SENIOR',
      roleCode: 'SENIOR',
      phase: 'Discovery',
      quantity: '80',
      unit: 'hour',
      unitPrice: { amount: '175.00', currency: 'GBP' },
      amount: { amount: '14000.00', currency: 'GBP' },
      serviceDate: '2026-12-01',
    },
  ],
  origin: { system: 'salesforce', object: 'Opportunity', recordId: '0065g00000Deal01AAA' },
};

export const contract = {
  title: 'Contract',
  description: 'What was sold, to whom, by which of our companies, and how it is billed.',
  current: '1.0.0',
  versions: { '1.0.0': version(schema, example) },
  upgrades: [],
} satisfies EntityDefinition;
