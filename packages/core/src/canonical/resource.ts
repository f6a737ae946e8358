import type { z } from 'zod';
import { deliveryRegion, legalEntityCode, practice, roleCode } from './parts/commercial.ts';
import { version, type EntityDefinition } from './parts/entity.ts';
import { field } from './parts/field.ts';
import { money } from './parts/money.ts';
import { origin } from './parts/origin.ts';

const schema = field.object('Resource', 'A person who can be put on projects.', {
  id: field.id('Resource id', 'Identity of the person across all systems.'),
  firstName: field.text('First name', 'Given name.').optional(),
  lastName: field.text('Last name', 'Family name.'),
  email: field.email('Email', 'Work e-mail address.'),
  employeeNumber: field.text('Employee number', 'Number of the person in HR and payroll.', 40).optional(),
  kind: field.choice('Kind', 'How the person works for us.', ['employee', 'contractor']),
  status: field.choice('Status', 'Whether the person works for us now.', ['active', 'future', 'left']),
  roleCode: roleCode('Role the person usually works in.'),
  legalEntity: legalEntityCode('Company of our group that employs or contracts the person.'),
  deliveryRegion: deliveryRegion().optional(),
  practice: practice().optional(),
  managerId: field.id('Manager', 'Resource id of the line manager.').optional(),
  weeklyHours: field.decimal('Weekly hours', 'Contracted hours in a week.', 'hour'),
  costRate: money('Cost rate', 'What one hour of the person costs us.').optional(),
  startDate: field.date('First day', 'First day of work for us.').optional(),
  endDate: field.date('Last day', 'Last day of work for us.').optional(),
  origin: origin().optional(),
});

export type Resource = z.output<typeof schema>;

const example: Resource = {
  id: 'W-20417',
  firstName: 'Jonas',
  lastName: 'Weber',
  email: 'jonas.weber@haldenpike.example',
  employeeNumber: '20417',
  kind: 'employee',
  status: 'active',
  roleCode: 'SENIOR',
  legalEntity: 'HP-DE',
  deliveryRegion: 'DACH',
  practice: 'Rail',
  weeklyHours: '40',
  costRate: { amount: '71.20', currency: 'EUR' },
  startDate: '2023-04-01',
};

export const resource = {
  title: 'Resource',
  description: 'A person who can be put on projects.',
  current: '1.0.0',
  versions: { '1.0.0': version(schema, example) },
  upgrades: [],
} satisfies EntityDefinition;
