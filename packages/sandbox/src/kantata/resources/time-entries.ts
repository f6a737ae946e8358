import { externalReferences, referenceFilters } from '../api/external-reference.ts';
import { always, between, flag, ids, isTrue, text, whatAllAre } from '../api/filters.ts';
import type { KantataStore } from '../api/kantata-store.ts';
import { ALL_OPERATIONS } from '../api/resource.ts';
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
    'currency_symbol currency_base_unit approved location taxable is_invoiced',
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
  page: 'Time Entries',
  optionalFields: ['user_can_edit'],
  filters: {
    ...referenceFilters('TimeEntry'),
    approved: always((record, store) => record['approved'] === true || !needsApproval(store, record['workspace_id'])),
    billable: flag('billable'),
    created_by: text('created_by'),
    date_performed_between: between('date_performed'),
    invoiced: always((record) => record['is_invoiced'] === true),
    // Every project of the stand-in is on the account of the person who asks.
    on_my_account: whatAllAre,
    uninvoiced: always((record) => record['is_invoiced'] !== true),
    with_user_ids: ids('user_id'),
    workspace_id: text('workspace_id'),
    workspace_ids: ids('workspace_id'),
  },
  refusedFilters: 'in_active_invoice_id in_active_submission with_recent_timesheet_ids with_timesheet_id',
  hidden: {
    parameters: 'from_archived_workspaces',
    isVisible: (record, query, store) =>
      isTrue(query.get('from_archived_workspaces') ?? 'false') ||
      store.get('workspaces', record['workspace_id'])?.['archived'] !== true,
  },
  orderBy: { created_at: 'created_at', date_performed: 'date_performed', updated_at: 'updated_at' },
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

function needsApproval(store: KantataStore, workspaceId: unknown): boolean {
  return store.get('workspaces', workspaceId)?.['require_time_approvals'] !== false;
}

function complete(attributes: Attributes, { store, userId, previous }: WriteContext): Attributes {
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
    created_by: previous?.['created_by'] ?? userId,
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
