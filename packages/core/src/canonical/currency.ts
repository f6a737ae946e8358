import type { z } from 'zod';
import { version, type EntityDefinition } from './parts/entity.ts';
import { field } from './parts/field.ts';
import { origin } from './parts/origin.ts';

const schema = field.object('Currency', 'A currency we sell, invoice or keep books in.', {
  id: field.id('Currency id', 'Identity of the currency; its ISO code.'),
  code: field.currency('Code', 'ISO 4217 code.'),
  name: field.text('Name', 'Name people see.', 80),
  minorUnitDigits: field.count('Decimal places', 'Places after the decimal point: 2 for GBP, 0 for JPY.'),
  isActive: field.flag('Active', 'False when nothing new may use it.'),
  origin: origin().optional(),
});

export type Currency = z.output<typeof schema>;

const example: Currency = { id: 'GBP', code: 'GBP', name: 'Pound sterling', minorUnitDigits: 2, isActive: true };

export const currency = {
  title: 'Currency',
  description: 'A currency we sell, invoice or keep books in.',
  current: '1.0.0',
  versions: { '1.0.0': version(schema, example) },
  upgrades: [],
} satisfies EntityDefinition;
