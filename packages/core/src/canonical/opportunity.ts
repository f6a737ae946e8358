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

const schema = field.object('Opportunity', 'A deal in the sales pipeline.', {
  id: field.id('Opportunity id', 'Identity of the deal across all systems.'),
  name: field.text('Name', 'What the deal is called.'),
  customerId: field.id('Customer', 'Customer id of the company that buys.'),
  stage: field.text('Stage', "How far the sale has come, in the CRM's own words.", 80),
  isClosed: field.flag('Closed', 'True when the deal is decided, one way or the other.'),
  isWon: field.flag('Won', 'True when the customer bought.'),
  probability: field.decimal('Probability', 'Chance to win, in percent.', 'percent').optional(),
  closeDate: field.date('Close date', 'Expected closing day, or the day it was closed.'),
  amount: money('Amount', 'Value of the deal.').optional(),
  currency: field.currency('Currency', 'Currency of the deal and all its lines.'),
  contractType: contractType().optional(),
  billingModel: billingModel().optional(),
  paymentTerms: paymentTerms().optional(),
  legalEntity: legalEntityCode('Company of our group that would sign.').optional(),
  taxJurisdiction: taxJurisdiction().optional(),
  deliveryRegion: deliveryRegion().optional(),
  practice: practice().optional(),
  owner: owner('Owner', 'Our person who sells the deal.').optional(),
  lines: field.list('Lines', 'What is offered.', soldLine('Line', 'One item offered.')),
  origin: origin().optional(),
});

export type Opportunity = z.output<typeof schema>;

const example: Opportunity = {
  id: '0065g00000Deal01AAA',
  name: 'Acme Rail: timetable platform',
  customerId: '0015g00000Acme01AAA',
  stage: 'Closed Won',
  isClosed: true,
  isWon: true,
  probability: '100',
  closeDate: '2026-11-20',
  amount: { amount: '14000.00', currency: 'GBP' },
  currency: 'GBP',
  contractType: 'time-and-materials',
  billingModel: 'monthly-in-arrears',
  paymentTerms: { code: 'Net 30', netDays: 30 },
  legalEntity: 'HP-UK',
  taxJurisdiction: 'GB',
  deliveryRegion: 'UK & Ireland',
  practice: 'Rail',
  owner: { id: '0055g00000Owner1AAA', name: 'Priya Shah', email: 'priya.shah@haldenpike.example' },
  lines: [
    {
      id: '00k5g00000Line01AAA',
      number: 1,
      kind: 'role',
      name: 'Senior consultant',
      productCode: 'ROLE-SENIOR',
      roleCode: 'SENIOR',
      phase: 'Discovery',
      quantity: '80',
      unit: 'hour',
      unitPrice: { amount: '175.00', currency: 'GBP' },
      amount: { amount: '14000.00', currency: 'GBP' },
    },
  ],
};

export const opportunity = {
  title: 'Opportunity',
  description: 'A deal in the sales pipeline: what may be sold, to whom, when and for how much.',
  current: '1.0.0',
  versions: { '1.0.0': version(schema, example) },
  upgrades: [],
} satisfies EntityDefinition;
