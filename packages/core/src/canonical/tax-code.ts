import type { z } from 'zod';
import { taxJurisdiction } from './parts/commercial.ts';
import { version, type EntityDefinition } from './parts/entity.ts';
import { field } from './parts/field.ts';
import { origin } from './parts/origin.ts';

const schema = field.object('Tax code', 'A rule by which the ERP taxes a line.', {
  id: field.id('Tax code id', 'Identity of the tax code across all systems.'),
  code: field.text('Code', 'Short code.', 40),
  name: field.text('Name', 'Name people see.'),
  taxJurisdiction: taxJurisdiction(),
  kind: field.choice('Kind', 'How the rule taxes.', [
    'standard',
    'reduced',
    'zero',
    'exempt',
    'reverse-charge',
    'out-of-scope',
  ]),
  rate: field.decimal('Rate', 'Percent of tax.', 'percent'),
  effectiveFrom: field.date('From', 'First day it applies.').optional(),
  effectiveTo: field.date('To', 'Last day it applies.').optional(),
  isActive: field.flag('Active', 'False when it can no longer be used.'),
  origin: origin().optional(),
});

export type TaxCode = z.output<typeof schema>;

const example: TaxCode = {
  id: 'GB-S',
  code: 'GB-S',
  name: 'UK standard rate',
  taxJurisdiction: 'GB',
  kind: 'standard',
  rate: '20',
  effectiveFrom: '2011-01-04',
  isActive: true,
};

export const taxCode = {
  title: 'Tax code',
  description: 'A rule by which the ERP taxes a line.',
  current: '1.0.0',
  versions: { '1.0.0': version(schema, example) },
  upgrades: [],
} satisfies EntityDefinition;
