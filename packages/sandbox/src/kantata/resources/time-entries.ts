import { externalReferences, referenceFilters } from '../api/external-reference.ts';
import { ALL_OPERATIONS, idFilter } from '../api/resource.ts';
import type { Resource, WriteContext } from '../api/resource.ts';
import type { Attributes } from '../api/record.ts';
import { invalid } from '../kantata-error.ts';
import type { KantataProblem } from '../kantata-error.ts';
import { exists, idText, integerOr, isoDate, present, wholeNumber } from './checks.ts';
import { deleteDependents } from './delete-dependents.ts';
import { currencyBaseUnit, currencySymbol } from './money.ts';
import { membershipOf } from './participation-of.ts';
import { projectRate } from './project-rate.ts';

const CREATE = [
  'workspace_id date_performed time_in_minutes billable notes rate_in_cents cost_rate_in_cents role_id story_id',
  'user_id external_reference location',
].flatMap((names) => names.split(' '));

/** Time worked, in minutes. The rate is that of the work date unless one is given. */
export const timeEntries: Resource = {
  key: 'time_entries',
  singular: 'time_entry',
  subjectType: 'TimeEntry',
  operations: ALL_OPERATIONS,
  attributes: [
    'id created_at updated_at date_performed time_in_minutes billable notes rate_in_cents cost_rate_in_cents currency',
    'currency_symbol currency_base_unit user_can_edit approved location taxable is_invoiced',
  ].flatMap((names) => names.split(' ')),
  createAttributes: CREATE,
  updateAttributes: CREATE,
  bulkLimit: 100,
  belongsTo: {
    workspace: { foreignKey: 'workspace_id', resource: 'workspaces' },
    user: { foreignKey: 'user_id', resource: 'users' },
    story: { foreignKey: 'story_id', resource: 'stories' },
    role: { foreignKey: 'role_id', resource: 'roles' },
  },
  hasMany: { external_references: externalReferences('TimeEntry') },
  filters: {
    ...referenceFilters('TimeEntry'),
    with_user_ids: idFilter('user_id'),
    approved: (record, value) => String(record['approved']) === value,
    billable: (record, value) => String(record['billable']) === value,
    date_performed_between: (record, value) => {
      const [from = '', to = '9999'] = value.split(':');
      return String(record['date_performed']) >= from && String(record['date_performed']) <= to;
    },
  },
  orderBy: ['date_performed', 'created_at', 'updated_at'],
  defaultOrder: 'date_performed:desc',
  validate,
  complete,
  compute: (record) => ({
    currency_symbol: currencySymbol(record['currency']),
    currency_base_unit: currencyBaseUnit(record['currency']),
    user_can_edit: record['approved'] !== true,
  }),
  beforeDelete: (record, store) => deleteDependents(store, 'TimeEntry', record.id),
};

function validate(attributes: Attributes, { store, previous }: WriteContext): KantataProblem[] {
  const problems = [
    ...present(attributes, 'workspace_id', 'date_performed', 'time_in_minutes'),
    ...exists(store, attributes, 'workspace_id', 'workspaces'),
    ...exists(store, attributes, 'story_id', 'stories'),
    ...exists(store, attributes, 'user_id', 'users'),
    ...exists(store, attributes, 'role_id', 'roles'),
    ...isoDate(attributes, 'date_performed'),
    ...wholeNumber(attributes, 'time_in_minutes', 1),
    ...wholeNumber(attributes, 'rate_in_cents'),
  ];
  const story = store.get('stories', attributes['story_id']);
  if (story !== undefined && story['workspace_id'] !== idText(attributes['workspace_id'])) {
    problems.push(invalid('story_id', 'Story must be a task of the same project'));
  }
  if (previous?.['approved'] === true) problems.push(invalid('approved', 'Approved time cannot be changed'));
  return problems;
}

function complete(attributes: Attributes, { store, userId }: WriteContext): Attributes {
  const workspace = store.get('workspaces', attributes['workspace_id']);
  const worker = idText(attributes['user_id']) ?? userId;
  const membership = membershipOf(store, worker);
  const roleId = idText(attributes['role_id']) ?? membership?.['default_role_id'] ?? null;
  const rate = projectRate(store, workspace, roleId, String(attributes['date_performed']));
  return {
    notes: null,
    approved: false,
    taxable: false,
    is_invoiced: false,
    location: null,
    billable: store.get('stories', attributes['story_id'])?.['billable'] !== false,
    ...attributes,
    time_in_minutes: Number(attributes['time_in_minutes']),
    rate_in_cents: integerOr(attributes['rate_in_cents'], rate ?? membership?.['bill_rate_in_cents'] ?? 0),
    cost_rate_in_cents: integerOr(attributes['cost_rate_in_cents'], membership?.['cost_rate_in_cents'] ?? null),
    currency: workspace?.['currency'],
    workspace_id: workspace?.id,
    story_id: idText(attributes['story_id']),
    user_id: worker,
    role_id: roleId,
  };
}
