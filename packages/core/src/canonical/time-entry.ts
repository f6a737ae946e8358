import type { z } from 'zod';
import { roleCode } from './parts/commercial.ts';
import { version, type EntityDefinition } from './parts/entity.ts';
import { field } from './parts/field.ts';
import { money } from './parts/money.ts';
import { origin } from './parts/origin.ts';

const schema = field.object('Time entry', 'Hours one person worked on one day for one task.', {
  id: field.id('Time entry id', 'Identity of the entry across all systems.'),
  projectId: field.id('Project', 'Project the work was for.'),
  taskId: field.id('Task', 'Task the work was for.').optional(),
  resourceId: field.id('Resource', 'Person who worked.'),
  roleCode: roleCode('Role the person worked in; decides the rate.').optional(),
  workDate: field.date('Work date', 'Day of the work; the rate of this day applies.'),
  hours: field.decimal('Hours', 'Hours worked.', 'hour'),
  isBillable: field.flag('Billable', 'True when the time is charged.'),
  status: field.choice('Status', 'Where the entry stands; only approved time is billed.', [
    'draft',
    'submitted',
    'approved',
    'rejected',
  ]),
  approvedAt: field.instant('Approved at', 'When it was approved.').optional(),
  billRate: money('Bill rate', 'Price of one hour, once it was found.').optional(),
  notes: field.text('Notes', 'What was done.', 4000).optional(),
  origin: origin().optional(),
});

export type TimeEntry = z.output<typeof schema>;

const example: TimeEntry = {
  id: 'TE-5512093',
  projectId: '0065g00000Deal01AAA',
  taskId: '00k5g00000Line01AAA',
  resourceId: 'W-20417',
  roleCode: 'SENIOR',
  workDate: '2026-12-03',
  hours: '7.5',
  isBillable: true,
  status: 'approved',
  approvedAt: '2026-12-07T08:30:00+00:00',
  billRate: { amount: '175.00', currency: 'GBP' },
  notes: 'Interviews with the timetable team',
};

export const timeEntry = {
  title: 'Time entry',
  description: 'Hours one person worked on one day for one task.',
  current: '1.0.0',
  versions: { '1.0.0': version(schema, example) },
  upgrades: [],
} satisfies EntityDefinition;
