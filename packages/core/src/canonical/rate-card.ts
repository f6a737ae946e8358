import type { z } from 'zod';
import { deliveryRegion, legalEntityCode, practice, roleCode, unit } from './parts/commercial.ts';
import { version, type EntityDefinition } from './parts/entity.ts';
import { field } from './parts/field.ts';
import { money } from './parts/money.ts';
import { origin } from './parts/origin.ts';

const schema = field.object('Rate card', 'Agreed prices per role for a time.', {
  id: field.id('Rate card id', 'Identity of the rate card across all systems.'),
  name: field.text('Name', 'What the rate card is called.'),
  currency: field.currency('Currency', 'Currency of all its rates.'),
  legalEntity: legalEntityCode('Company of our group the card belongs to.').optional(),
  customerId: field.id('Customer', 'Customer the card was agreed with; absent for a standard card.').optional(),
  deliveryRegion: deliveryRegion().optional(),
  practice: practice().optional(),
  isDefault: field.flag('Default', 'True for the card that applies when no other matches.'),
  lines: field.list(
    'Lines',
    'Prices with their dates.',
    field.object('Rate card line', 'The price of one role for a time.', {
      id: field.id('Line id', 'Identity of the line.'),
      roleCode: roleCode('Role the price is for.'),
      unit: unit(),
      rate: money('Rate', 'Price of one unit.'),
      effectiveFrom: field.date('From', 'First day the price applies.'),
      effectiveTo: field.date('To', 'Last day the price applies; absent while it is open-ended.').optional(),
    }),
  ),
  origin: origin().optional(),
});

export type RateCard = z.output<typeof schema>;

const example: RateCard = {
  id: 'standard-gbp',
  name: 'Standard GBP',
  currency: 'GBP',
  legalEntity: 'HP-UK',
  isDefault: true,
  lines: [
    {
      id: 'standard-gbp-senior-2026',
      roleCode: 'SENIOR',
      unit: 'hour',
      rate: { amount: '175.00', currency: 'GBP' },
      effectiveFrom: '2026-01-01',
      effectiveTo: '2026-12-31',
    },
  ],
};

export const rateCard = {
  title: 'Rate card',
  description: 'Agreed prices per role for a time.',
  current: '1.0.0',
  versions: { '1.0.0': version(schema, example) },
  upgrades: [],
} satisfies EntityDefinition;
