import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { cents, changes, idField, read, recordId, recordIds, references, stamps, write } from '../fields.ts';

const onCreate = 'Can be set when the project is created, not later.';

export const workspaces: ObjectManifest = {
  name: 'workspaces',
  title: 'Project (workspace)',
  description: 'A client project: its dates, currency, budget, rate card and team.',
  entity: 'project',
  schema: {
    type: 'object',
    title: 'Project',
    properties: {
      ...idField,
      ...stamps,
      title: field.text('Title', 'Name of the project.', { minLength: 1, maxLength: 255 }),
      description: field.text('Description', 'What the project is about.'),
      creator_role: field.choice('Our side', `Whether we provide (maven) or buy (buyer) the work. ${onCreate}`, [
        'maven',
        'buyer',
      ]),
      budgeted: field.flag('Budgeted', 'True when the project tracks a budget; task estimates in money need it.'),
      currency: field.text('Currency', 'ISO 4217 code of the project’s budget and rates.', { pattern: '^[A-Z]{3}$' }),
      price: field.text('Budget', 'Budget as a decimal text in the project’s currency, for example 125000.00.'),
      price_in_cents: cents('Budget in cents', 'Budget of the project.', readOnly),
      start_date: field.date('Start date', 'First day of work.'),
      due_date: field.date('Due date', 'Last planned day of work.'),
      rate_card_id: recordId(
        'Rate card',
        'Rates per role that time on this project is billed at; its currency has to match.',
      ),
      status_key: field.integer('Status', 'Number of the project status in the account’s own list.'),
      stage: field.text('Stage', 'Whether the project is an estimate or in delivery.'),
      archived: field.flag('Archived', 'True once the project is put away. Can be set once the project exists.'),
      access_level: field.choice('Access level', 'Who may see the project.', ['open', 'invitation', 'admins']),
      consultant_role_name: field.text('Provider name', 'What our side is called in this project.'),
      client_role_name: field.text('Client name', 'What the client’s side is called in this project.'),
      primary_maven_id: recordId('Project lead', `User who leads for us. ${onCreate}`),
      approver_ids: recordIds('Approvers', 'Users who approve time and expenses.'),
      workspace_group_ids: recordIds('Groups', 'Clients and other groups the project belongs to.'),
      primary_workspace_group_id: recordId('Client', 'Group that stands for the client.'),
      stories_are_fixed_fee_by_default: field.flag('Fixed fee by default', 'True makes new tasks fixed fee.'),
      tasks_default_non_billable: field.flag('Non-billable by default', 'True makes new tasks non-billable.'),
      require_time_approvals: field.flag(
        'Time needs approval',
        `True when time must be approved before it is billed. ${onCreate}`,
      ),
      require_expense_approvals: field.flag(
        'Expenses need approval',
        `True when expenses must be approved before they are billed. ${onCreate}`,
      ),
      target_margin: field.number('Target margin', 'Margin aimed at, in percent.', { 'x-unit': 'percent' }),
      external_link: field.text('External link', 'Address of the deal or contract in another system.'),
      percentage_complete: field.number('Complete', 'Progress in percent, from the tasks.', {
        ...readOnly,
        'x-unit': 'percent',
      }),
      budget_used_in_cents: cents('Budget used', 'Value of the work done so far.', readOnly),
      creator_id: recordId('Creator', 'User who created the project.', readOnly),
      participation_ids: recordIds('Participations', 'Who takes part.', readOnly),
      workspace_resource_ids: recordIds('Resources', 'Named and unnamed people planned on the project.', readOnly),
      ...references,
    },
  },
  nameField: 'title',
  identity: { field: 'id', external: 'external_references' },
  lookupFields: ['title'],
  children: {
    stories: { object: 'stories', foreignKey: 'workspace_id' },
    resources: { object: 'workspace_resources', foreignKey: 'workspace_id' },
    participations: { object: 'participations', foreignKey: 'workspace_id' },
  },
  read,
  changes,
  write: { ...write, requiredOnCreate: ['title', 'creator_role'] },
};
