import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { cents, changes, idField, minutes, read, recordId, references, stamps, write } from '../fields.ts';

export const timeEntries: ObjectManifest = {
  name: 'time_entries',
  title: 'Time entry',
  description: 'Time a person worked on a project, with the rate of the day it was worked on.',
  entity: 'time-entry',
  schema: {
    type: 'object',
    title: 'Time entry',
    properties: {
      ...idField,
      ...stamps,
      workspace_id: recordId('Project', 'Project the work was for.'),
      story_id: recordId('Task', 'Task the work was for.'),
      user_id: recordId('User', 'Person who worked.'),
      role_id: recordId('Role', 'Role the person worked in.'),
      date_performed: field.date('Date worked', 'Day the work was done; decides the rate.'),
      time_in_minutes: minutes('Time', 'How long the work took.', { minimum: 0 }),
      billable: field.flag('Billable', 'False for work the client does not pay.'),
      notes: field.text('Notes', 'What was done.'),
      rate_in_cents: cents('Rate', 'Hourly rate of this entry.'),
      cost_rate_in_cents: cents('Cost rate', 'Hourly cost of this entry.'),
      location: field.text('Location', 'Where the work was done.'),
      currency: field.text('Currency', 'ISO 4217 code of the rates.', readOnly),
      approved: field.flag('Approved', 'True once the entry may be billed.', readOnly),
      taxable: field.flag('Taxable', 'True when sales tax applies.', readOnly),
      is_invoiced: field.flag('Invoiced', 'True once the entry is on an invoice; it is fixed from then on.', readOnly),
      invoice_id: recordId('Invoice', 'Invoice the entry is on.', readOnly),
      active_submission_id: recordId('Submission', 'Timesheet the entry was submitted with.', readOnly),
      ...references,
    },
  },
  identity: { field: 'id', external: 'external_references' },
  lookupFields: ['workspace_id', 'user_id', 'date_performed'],
  read,
  changes,
  write: { ...write, requiredOnCreate: ['workspace_id', 'date_performed', 'time_in_minutes'] },
};
