import type { z } from 'zod';
import { legalEntityCode } from './parts/commercial.ts';
import { version, type EntityDefinition } from './parts/entity.ts';
import { field } from './parts/field.ts';
import { origin } from './parts/origin.ts';

const schema = field.object(
  'Financial dimension',
  'A heading that finance reports by, such as a practice, a department or a region.',
  {
    id: field.id('Dimension id', 'Identity of the value across all systems.'),
    kind: field.choice('Kind', 'What is reported by.', [
      'practice',
      'department',
      'cost-centre',
      'region',
      'project',
      'other',
    ]),
    code: field.text('Code', 'Short code of the value.', 60),
    name: field.text('Name', 'Name people see.'),
    parentCode: field.text('Parent', 'Code of the value above it.', 60).optional(),
    legalEntities: field
      .list(
        'Legal entities',
        'Companies that may use it; absent when all may.',
        legalEntityCode('Code of the legal entity.'),
      )
      .optional(),
    isActive: field.flag('Active', 'False when nothing new may be posted to it.'),
    origin: origin().optional(),
  },
);

export type FinancialDimension = z.output<typeof schema>;

const example: FinancialDimension = {
  id: 'practice-rail',
  kind: 'practice',
  code: 'RAIL',
  name: 'Rail',
  legalEntities: ['HP-UK', 'HP-DE'],
  isActive: true,
};

export const financialDimension = {
  title: 'Financial dimension',
  description: 'A heading that finance reports by, such as a practice, a department or a region.',
  current: '1.0.0',
  versions: { '1.0.0': version(schema, example) },
  upgrades: [],
} satisfies EntityDefinition;
