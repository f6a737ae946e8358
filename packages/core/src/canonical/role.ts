import type { z } from 'zod';
import { roleCode } from './parts/commercial.ts';
import { version, type EntityDefinition } from './parts/entity.ts';
import { field } from './parts/field.ts';
import { origin } from './parts/origin.ts';

const schema = field.object('Role', 'A kind of work that is sold, planned and priced, whoever does it.', {
  id: field.id('Role id', 'Identity of the role across all systems.'),
  code: roleCode('Short code of the role, the same everywhere.'),
  name: field.text('Name', 'Name people see.'),
  description: field.text('Description', 'What somebody in this role does.', 2000).optional(),
  seniority: field.count('Seniority', 'Rank for sorting; 1 is the most senior.').optional(),
  isBillable: field.flag('Billable', 'True when time in this role is usually charged.'),
  isActive: field.flag('Active', 'False when the role can no longer be sold or planned.'),
  origin: origin().optional(),
});

export type Role = z.output<typeof schema>;

const example: Role = {
  id: 'SENIOR',
  code: 'SENIOR',
  name: 'Senior consultant',
  seniority: 3,
  isBillable: true,
  isActive: true,
};

export const role = {
  title: 'Role',
  description: 'A kind of work that is sold, planned and priced, whoever does it.',
  current: '1.0.0',
  versions: { '1.0.0': version(schema, example) },
  upgrades: [],
} satisfies EntityDefinition;
