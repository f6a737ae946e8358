import type { z } from 'zod';
import { roleCode } from './parts/commercial.ts';
import { version, type EntityDefinition } from './parts/entity.ts';
import { field } from './parts/field.ts';
import { money } from './parts/money.ts';
import { origin } from './parts/origin.ts';

const schema = field.object('Assignment', 'A person planned on a project for a time.', {
  id: field.id('Assignment id', 'Identity of the assignment across all systems.'),
  projectId: field.id('Project', 'Project the person works on.'),
  taskId: field.id('Task', 'Task of the project, when the plan is that exact.').optional(),
  resourceId: field.id('Resource', 'Person who is planned.'),
  roleCode: roleCode('Role the person works in on this project.'),
  status: field.choice('Status', 'How firm the plan is.', ['requested', 'tentative', 'confirmed', 'ended']),
  startDate: field.date('Start date', 'First planned day.'),
  endDate: field.date('End date', 'Last planned day.'),
  plannedHours: field.decimal('Planned hours', 'Hours planned in all.', 'hour'),
  billRate: money('Bill rate', 'Price of one hour, when it differs from the rate card.').optional(),
  isBillable: field.flag('Billable', 'True when the time is charged.'),
  origin: origin().optional(),
});

export type Assignment = z.output<typeof schema>;

const example: Assignment = {
  id: 'A-99812',
  projectId: '0065g00000Deal01AAA',
  resourceId: 'W-20417',
  roleCode: 'SENIOR',
  status: 'confirmed',
  startDate: '2026-12-01',
  endDate: '2027-02-26',
  plannedHours: '80',
  isBillable: true,
};

export const assignment = {
  title: 'Assignment',
  description: 'A person planned on a project for a time.',
  current: '1.0.0',
  versions: { '1.0.0': version(schema, example) },
  upgrades: [],
} satisfies EntityDefinition;
