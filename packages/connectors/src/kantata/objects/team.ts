import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { cents, changes, idField, minutes, read, recordId, recordIds, references, stamps, write } from '../fields.ts';

export const workspaceResources: ObjectManifest = {
  name: 'workspace_resources',
  title: 'Project resource',
  description: 'A place on the project team: a role that is needed, with or without a person named for it yet.',
  entity: 'assignment',
  schema: {
    type: 'object',
    title: 'Project resource',
    properties: {
      ...idField,
      ...stamps,
      workspace_id: recordId('Project', 'Project the place is on. Fixed once created.'),
      role_id: recordId('Role', 'Role that is needed.'),
      user_id: recordId('Person', 'User who fills the place; empty while nobody is named.'),
      label: field.text('Label', 'What the place is called in plans. Can be set once the resource exists.'),
      bill_rate: cents(
        'Bill rate',
        'Hourly rate of this place, instead of the rate card’s. Can be set once the resource exists.',
      ),
      cost_rate: cents('Cost rate', 'Hourly cost of this place. Can be set once the resource exists.'),
      role_name: field.text('Role name', 'Name of the role.', readOnly),
      full_name: field.text('Full name', 'Name of the person.', readOnly),
      display_label: field.text('Display label', 'Label as shown in plans.', readOnly),
      role_available_on_rate_card: field.flag(
        'On rate card',
        'True when the project’s rate card has a rate for the role.',
        readOnly,
      ),
      resource_bill_rate: cents('Effective bill rate', 'Hourly rate that applies to this place.', readOnly),
      participation_id: recordId('Participation', 'How the person takes part.', readOnly),
      total_allocated_minutes: minutes('Allocated', 'Time planned for this place.', readOnly),
      ...references,
    },
  },
  identity: { field: 'id', external: 'external_references' },
  lookupFields: ['workspace_id', 'role_id', 'user_id'],
  read,
  changes,
  write: { ...write, requiredOnCreate: ['workspace_id'] },
};

export const participations: ObjectManifest = {
  name: 'participations',
  title: 'Participation',
  description: 'A person on a project, with their role and rate there.',
  entity: 'assignment',
  schema: {
    type: 'object',
    title: 'Participation',
    properties: {
      ...idField,
      workspace_id: recordId('Project', 'Project the person takes part in. Fixed once created.'),
      user_id: recordId('User', 'The person. Fixed once created.'),
      role: field.choice('Side', 'Our side (maven) or the client’s (buyer). Fixed once created.', ['maven', 'buyer']),
      access_level: field.text('Access level', 'What the person may see and do in the project.'),
      permissions: field.text('Permissions', 'Set of permissions. Can be written, is not returned.', {
        writeOnly: true,
      }),
      rate_in_cents: cents(
        'Rate',
        'Hourly rate of the person on this project. Can be set once the participation exists.',
      ),
      cost_in_cents: cents(
        'Cost',
        'Hourly cost of the person on this project. Can be set once the participation exists.',
      ),
      workspace_role_id: recordId(
        'Role on the project',
        'Role the person works in. Can be set once the participation exists.',
      ),
      can_invite: field.flag('Can invite', 'True when the person may bring in others.'),
      primary_role_id: recordId('Primary role', 'Role the person mostly works in.', readOnly),
      active_role_ids: recordIds('Active roles', 'Roles the person works in.', readOnly),
      is_team_lead: field.flag('Team lead', 'True for the person who leads.', readOnly),
      ...references,
    },
  },
  identity: { field: 'id', external: 'external_references' },
  lookupFields: ['workspace_id', 'user_id'],
  read,
  write: { ...write, requiredOnCreate: ['workspace_id', 'user_id', 'role'] },
};

export const assignments: ObjectManifest = {
  name: 'assignments',
  title: 'Assignment',
  description: 'A person on a task, with the time planned for it.',
  entity: 'assignment',
  schema: {
    type: 'object',
    title: 'Assignment',
    properties: {
      ...idField,
      ...stamps,
      story_id: recordId('Task', 'Task the person works on. Fixed once created.'),
      assignee_id: recordId('Assignee', 'User who works on it.'),
      resource_id: recordId('Project resource', 'Place on the project team.'),
      current: field.flag('Current', 'False once the person no longer works on it.'),
      estimated_minutes: minutes('Estimated', 'Time planned for the person.', { minimum: 0 }),
      allocated_minutes: minutes('Allocated', 'Time planned day by day.', readOnly),
      ...references,
    },
  },
  identity: { field: 'id', external: 'external_references' },
  lookupFields: ['story_id', 'assignee_id'],
  read,
  changes,
  // An assignment cannot be deleted; it stops being current.
  write: { ...write, operations: ['create', 'update', 'upsert'], requiredOnCreate: ['story_id', 'assignee_id'] },
};
