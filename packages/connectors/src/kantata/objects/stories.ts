import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { cents, changes, idField, minutes, read, recordId, recordIds, references, stamps, write } from '../fields.ts';

export const stories: ObjectManifest = {
  name: 'stories',
  title: 'Task (story)',
  description: 'A part of the work breakdown: a deliverable (phase), a task under it, a milestone or an issue.',
  entity: 'project',
  schema: {
    type: 'object',
    title: 'Task',
    properties: {
      ...idField,
      ...stamps,
      workspace_id: recordId('Project', 'Project the task belongs to; fixed once created.'),
      parent_id: recordId('Parent task', 'Task or phase this one is part of; it has to exist first.'),
      title: field.text('Title', 'Name of the task.', { minLength: 1, maxLength: 200 }),
      description: field.text('Description', 'What has to be done.', { maxLength: 1000 }),
      story_type: field.choice('Type', 'Kind of task.', ['task', 'deliverable', 'milestone', 'issue']),
      state: field.text('State', 'Where the task stands, for example not started, started or completed.'),
      start_date: field.date('Start date', 'First planned day.'),
      due_date: field.date('Due date', 'Last planned day.'),
      time_estimate_in_minutes: minutes('Estimated time', 'Effort planned for the task.', { minimum: 0 }),
      budget_estimate_in_cents: cents('Budget', 'Money planned for the task; needs a budgeted project.', {
        minimum: 0,
      }),
      billable: field.flag('Billable', 'False for work the client does not pay.'),
      fixed_fee: field.flag('Fixed fee', 'True when the task is paid as a fee and not by its hours.'),
      time_trackable: field.flag('Takes time entries', 'False when no time may be entered on the task.'),
      percentage_complete: field.integer('Complete', 'Progress in percent.', {
        minimum: 0,
        maximum: 100,
        'x-unit': 'percent',
      }),
      priority: field.choice('Priority', 'How urgent the task is.', ['low', 'normal', 'high', 'critical']),
      weight: field.integer('Weight', 'Share of a top-level milestone in the project’s progress.'),
      archived: field.flag('Archived', 'True once the task is put away.'),
      tag_list: field.text('Tags', 'Words to find the task by, separated by commas. Can be written, is not returned.', {
        writeOnly: true,
      }),
      assignee_ids: recordIds('Assignees', 'Users who work on the task.'),
      logged_billable_time_in_minutes: minutes('Billable time', 'Billable time entered so far.', readOnly),
      logged_nonbillable_time_in_minutes: minutes('Non-billable time', 'Other time entered so far.', readOnly),
      budget_used_in_cents: cents('Budget used', 'Value of the time entered so far.', readOnly),
      position: field.integer('Position', 'Place among its siblings.', readOnly),
      root_id: recordId('Top-level task', 'Task at the top of this branch.', readOnly),
      creator_id: recordId('Creator', 'User who created the task.', readOnly),
      deleted_at: field.instant('Deleted', 'When the task was deleted.', readOnly),
      ...references,
    },
  },
  nameField: 'title',
  identity: { field: 'id', external: 'external_references' },
  lookupFields: ['workspace_id', 'parent_id', 'title'],
  read,
  changes,
  write: { ...write, requiredOnCreate: ['title', 'story_type', 'workspace_id'] },
};
