import type { z } from 'zod';
import { contractType, deliveryRegion, legalEntityCode, practice, roleCode } from './parts/commercial.ts';
import { version, type EntityDefinition } from './parts/entity.ts';
import { field } from './parts/field.ts';
import { money } from './parts/money.ts';
import { origin } from './parts/origin.ts';
import { owner } from './parts/owner.ts';

const phase = field.object('Phase', 'One phase: the upper level of the work breakdown.', {
  id: field.id('Phase id', 'Identity of the phase.'),
  name: field.text('Name', 'For example Discovery.', 80),
  sequence: field.count('Sequence', 'Place among the phases, counted from 1.'),
  startDate: field.date('Start date', 'First planned day.').optional(),
  endDate: field.date('End date', 'Last planned day.').optional(),
});

const task = field.object('Task', 'One task: the lower level of the work breakdown.', {
  id: field.id('Task id', 'Identity of the task; the contract line it delivers.'),
  phaseId: field.id('Phase', 'Phase the task belongs to.'),
  name: field.text('Name', 'What is done.'),
  sequence: field.count('Sequence', 'Place within the phase, counted from 1.'),
  roleCode: roleCode('Role that does the task.').optional(),
  plannedHours: field.decimal('Planned hours', 'Hours sold for the task.', 'hour').optional(),
  budget: money('Budget', 'Amount sold for the task.'),
  startDate: field.date('Start date', 'First planned day.').optional(),
  endDate: field.date('End date', 'Last planned day.').optional(),
});

const milestone = field.object('Milestone', 'A result whose completion is billed or reported.', {
  id: field.id('Milestone id', 'Identity of the milestone; the contract line it delivers.'),
  phaseId: field.id('Phase', 'Phase the milestone closes.'),
  name: field.text('Name', 'What is delivered.'),
  sequence: field.count('Sequence', 'Place within the phase, counted from 1, after its tasks.'),
  dueDate: field.date('Due date', 'Day it is planned for.'),
  completedDate: field.date('Completed on', 'Day it was really reached; billing follows this one.').optional(),
  amount: money('Amount', 'What is billed when it is reached.'),
});

const projectRole = field.object('Project role', 'A role that works on the project, with its rate.', {
  roleCode: roleCode('The role.'),
  billRate: money('Bill rate', 'Price of one hour on this project.'),
  plannedHours: field.decimal('Planned hours', 'Hours sold of the role.', 'hour'),
});

const schema = field.object('Project', 'The delivery of a contract: phases, tasks, milestones, roles and rates.', {
  id: field.id('Project id', 'Identity of the project across all systems.'),
  name: field.text('Name', 'What the project is called.'),
  contractId: field.id('Contract', 'Contract the project delivers.'),
  customerId: field.id('Customer', 'Customer the project is for.'),
  status: field.choice('Status', 'Where the project stands.', [
    'planned',
    'active',
    'on-hold',
    'completed',
    'cancelled',
  ]),
  contractType: contractType(),
  legalEntity: legalEntityCode('Company of our group that runs the project.'),
  deliveryRegion: deliveryRegion(),
  practice: practice().optional(),
  currency: field.currency('Currency', 'Currency of all amounts and rates.'),
  startDate: field.date('Start date', 'First day of work.'),
  endDate: field.date('End date', 'Last planned day of work.'),
  budget: money('Budget', 'Amount sold for the project.'),
  owner: owner('Owner', 'Our person who answers for the project.').optional(),
  phases: field.list('Phases', 'Upper level of the work breakdown, in order.', phase),
  tasks: field.list('Tasks', 'Lower level of the work breakdown, in order of phase and sequence.', task),
  milestones: field.list('Milestones', 'Results whose completion matters, in order.', milestone),
  roles: field.list('Roles', 'Roles that work on the project, each with its rate.', projectRole),
  origin: origin().optional(),
});

export type Project = z.output<typeof schema>;

const example: Project = {
  id: '0065g00000Deal01AAA',
  name: 'Acme Rail: timetable platform',
  contractId: '0065g00000Deal01AAA',
  customerId: '0015g00000Acme01AAA',
  status: 'planned',
  contractType: 'time-and-materials',
  legalEntity: 'HP-UK',
  deliveryRegion: 'UK & Ireland',
  practice: 'Rail',
  currency: 'GBP',
  startDate: '2026-12-01',
  endDate: '2027-02-26',
  budget: { amount: '16000.00', currency: 'GBP' },
  owner: { id: '0055g00000Owner1AAA', name: 'Priya Shah', email: 'priya.shah@haldenpike.example' },
  phases: [{ id: 'discovery', name: 'Discovery', sequence: 1, startDate: '2026-12-01', endDate: '2027-02-26' }],
  tasks: [
    {
      id: '00k5g00000Line01AAA',
      phaseId: 'discovery',
      name: 'Senior consultant',
      sequence: 1,
      roleCode: 'SENIOR',
      plannedHours: '80',
      budget: { amount: '14000.00', currency: 'GBP' },
    },
  ],
  milestones: [
    {
      id: '00k5g00000Line02AAA',
      phaseId: 'discovery',
      name: 'Findings accepted',
      sequence: 2,
      dueDate: '2027-02-26',
      amount: { amount: '2000.00', currency: 'GBP' },
    },
  ],
  roles: [{ roleCode: 'SENIOR', billRate: { amount: '175.00', currency: 'GBP' }, plannedHours: '80' }],
};

export const project = {
  title: 'Project',
  description: 'The delivery of a contract: phases, tasks, milestones, and the roles that do the work.',
  current: '1.0.0',
  versions: { '1.0.0': version(schema, example) },
  upgrades: [],
} satisfies EntityDefinition;
