import { externalReferences, isBlank } from '../api/external-reference.ts';
import { ACCOUNT_ID } from '../api/kantata-store.ts';
import type { KantataStore } from '../api/kantata-store.ts';
import { ALL_OPERATIONS } from '../api/resource.ts';
import type { Resource, WriteContext } from '../api/resource.ts';
import type { Attributes, KantataRecord } from '../api/record.ts';
import { invalid } from '../kantata-error.ts';
import type { KantataProblem } from '../kantata-error.ts';
import { exists, idText, idTexts, inOrder, isoDate, oneOf } from './checks.ts';
import { customFieldValues, saveCustomFields } from './custom-field-input.ts';
import { currencyBaseUnit, currencySymbol, isCurrency, priceInCents, showPrice } from './money.ts';
import { join } from './participation-of.ts';
import { DEFAULT_STATUS_KEY, PROJECT_STATUSES, projectStatus } from './project-status.ts';
import { deleteDependents } from './delete-dependents.ts';
import { REFUSED_WORKSPACE_FILTERS, isProjectVisible, projectText, workspaceFilters } from './workspace-filters.ts';
import { WORKSPACE_ATTRIBUTES, WORKSPACE_CREATE, WORKSPACE_UPDATE } from './workspace-attributes.ts';

/** A project. */
export const workspaces: Resource = {
  key: 'workspaces',
  singular: 'workspace',
  subjectType: 'Workspace',
  operations: ALL_OPERATIONS,
  attributes: WORKSPACE_ATTRIBUTES,
  optionalFields: ['stage', 'estimated_minutes', 'minutes_logged', 'billable_minutes', 'non_billable_minutes'],
  createAttributes: WORKSPACE_CREATE,
  updateAttributes: WORKSPACE_UPDATE,
  bulkLimit: 100,
  belongsTo: {
    creator: { foreignKey: 'creator_id', resource: 'users' },
    primary_maven: { foreignKey: 'primary_maven_id', resource: 'users' },
    primary_counterpart: { foreignKey: 'primary_counterpart_id', resource: 'users' },
    primary_workspace_group: { foreignKey: 'primary_workspace_group_id', resource: 'workspace_groups' },
    approver: { foreignKey: 'approver_id', resource: 'users' },
  },
  hasMany: {
    external_references: externalReferences('Workspace'),
    custom_field_values: customFieldValues('Workspace'),
    workspace_groups: {
      idsKey: 'workspace_group_ids',
      resource: 'workspace_groups',
      ids: (record) => idTexts(record['workspace_group_ids']),
    },
    approvers: { idsKey: 'approver_ids', resource: 'users', ids: (record) => idTexts(record['approver_ids']) },
    participations: {
      idsKey: 'participation_ids',
      resource: 'participations',
      ids: (record, store) => store.where('participations', 'workspace_id', record.id).map((each) => each.id),
    },
    participants: {
      idsKey: 'participant_ids',
      resource: 'users',
      ids: (record, store) =>
        store.where('participations', 'workspace_id', record.id).map((each) => String(each['user_id'])),
    },
    workspace_resources: {
      idsKey: 'workspace_resource_ids',
      resource: 'workspace_resources',
      ids: (record, store) => resourceIds(store, record, false),
    },
    workspace_resources_with_unnamed: {
      idsKey: 'workspace_resources_with_unnamed_ids',
      resource: 'workspace_resources',
      ids: (record, store) => resourceIds(store, record, true),
    },
  },
  page: 'Workspaces',
  filters: workspaceFilters,
  refusedFilters: REFUSED_WORKSPACE_FILTERS,
  hidden: { parameters: 'archived include_archived', isVisible: isProjectVisible },
  searchText: projectText,
  orderBy: {
    created_at: 'created_at',
    due_date: 'due_date',
    percentage_complete: 'percentage_complete',
    price: 'price_in_cents',
    start_date: 'start_date',
    status: 'status_key',
    title: 'title',
    updated_at: 'updated_at',
  },
  defaultOrder: 'updated_at:desc',
  validate,
  complete,
  compute,
  afterWrite: (record, context) => {
    const { store, userId, previous, input } = context;
    saveCustomFields(store, userId, 'Workspace', record.id, input['custom_fields']);
    if (previous !== undefined) return;
    join(store, { workspaceId: record.id, userId, role: String(input['creator_role']), isLead: true });
    for (const each of Array.isArray(input['participations']) ? (input['participations'] as Attributes[]) : []) {
      const joining = idText(each['user_id']);
      if (joining !== null) join(store, { workspaceId: record.id, userId: joining, role: 'maven', isLead: false });
    }
  },
  beforeDelete: (record, store) => deleteDependents(store, 'Workspace', record.id),
};

function resourceIds(store: KantataStore, record: KantataRecord, withUnnamed: boolean): string[] {
  return store
    .where('workspace_resources', 'workspace_id', record.id)
    .filter((each) => withUnnamed || each['user_id'] !== null)
    .map((each) => each.id);
}

function validate(attributes: Attributes, { store, previous }: WriteContext): KantataProblem[] {
  const problems = isBlank(attributes['title']) ? [invalid('title', 'Please give your project a title')] : [];
  if (previous === undefined && !['maven', 'buyer'].includes(attributes['creator_role'] as string)) {
    problems.push(invalid('creator_role', 'Please select a role for this project'));
  }
  problems.push(
    ...oneOf(attributes, 'access_level', ['invitation', 'open', 'admins']),
    ...oneOf(attributes, 'status_key', Object.keys(PROJECT_STATUSES)),
    ...isoDate(attributes, 'start_date', 'due_date'),
    ...inOrder(attributes, 'start_date', 'due_date'),
    ...exists(store, attributes, 'primary_workspace_group_id', 'workspace_groups'),
    ...exists(store, attributes, 'primary_maven_id', 'users'),
    ...exists(store, attributes, 'rate_card_id', 'rate_cards'),
  );
  if (idTexts(attributes['workspace_group_ids']).some((id) => store.get('workspace_groups', id) === undefined)) {
    problems.push(invalid('workspace_group_ids', 'Workspace groups must exist'));
  }
  if (idTexts(attributes['approver_ids']).some((id) => store.get('users', id) === undefined)) {
    problems.push(invalid('approver_ids', 'Approvers must exist'));
  }
  if (!isBlank(attributes['currency']) && !isCurrency(attributes['currency'])) {
    problems.push(invalid('currency', 'Currency is not supported'));
  }
  if (priceInCents(attributes['price'], attributes['currency']) === undefined) {
    problems.push(invalid('price', 'Price is not a number'));
  }
  return [...problems, ...rateCardProblems(attributes, store, previous)];
}

/** The rate card decides the currency of a new workspace. Later changes of either must keep the two consistent. */
function rateCardProblems(
  attributes: Attributes,
  store: KantataStore,
  previous: KantataRecord | undefined,
): KantataProblem[] {
  const card = store.get('rate_cards', attributes['rate_card_id']);
  if (card === undefined || previous === undefined || card['currency'] === attributes['currency']) return [];
  return [invalid('rate_card_id', 'Rate card currency must match the currency of the project')];
}

function complete(attributes: Attributes, { store, userId, previous, input }: WriteContext): Attributes {
  const card = store.get('rate_cards', attributes['rate_card_id']);
  const currency = (previous === undefined ? card?.['currency'] : undefined) ?? attributes['currency'] ?? 'GBP';
  const groups = idTexts(attributes['workspace_group_ids']);
  const primary = idText(attributes['primary_workspace_group_id']);
  const { creator_role: _role, price: _price, ...rest } = attributes;
  return {
    account_id: ACCOUNT_ID,
    description: null,
    archived: false,
    budgeted: true,
    change_orders_enabled: false,
    consultant_role_name: 'Consultants',
    client_role_name: 'Clients',
    access_level: 'invitation',
    expenses_in_burn_rate: true,
    posts_require_privacy_decision: false,
    require_time_approvals: true,
    require_expense_approvals: true,
    stories_are_fixed_fee_by_default: false,
    tasks_default_non_billable: false,
    stage: 'project',
    time_trackable: true,
    ...rest,
    creator_id: previous?.['creator_id'] ?? userId,
    primary_maven_id: idText(attributes['primary_maven_id']) ?? userId,
    rate_card_id: card?.id ?? null,
    currency,
    price_in_cents: 'price' in input ? priceInCents(input['price'], currency) : (previous?.['price_in_cents'] ?? null),
    status_key: Number(attributes['status_key'] ?? DEFAULT_STATUS_KEY),
    primary_workspace_group_id: primary ?? groups[0] ?? null,
    workspace_group_ids: primary === null || groups.includes(primary) ? groups : [primary, ...groups],
  };
}

function compute(record: KantataRecord, store: KantataStore): Attributes {
  const stories = store.where('stories', 'workspace_id', record.id).filter((each) => each['deleted_at'] === null);
  const phases = stories.filter((each) => each['parent_id'] === null);
  const share = phases.reduce((sum, each) => sum + Number(each['percentage_complete'] ?? 0), 0);
  const entries = store.where('time_entries', 'workspace_id', record.id);
  const minutes = (billable: boolean): number =>
    entries
      .filter((each) => each['billable'] === billable)
      .reduce((sum, each) => sum + Number(each['time_in_minutes']), 0);
  return {
    price: showPrice(record['price_in_cents'], record['currency']),
    currency_symbol: currencySymbol(record['currency']),
    currency_base_unit: currencyBaseUnit(record['currency']),
    status: projectStatus(record['status_key']),
    percentage_complete: phases.length === 0 ? 0 : Math.round(share / phases.length),
    effective_due_date: record['due_date'],
    can_create_line_items: true,
    can_invite: true,
    has_budget_access: true,
    over_budget: false,
    estimated_minutes: stories.reduce((sum, each) => sum + Number(each['time_estimate_in_minutes'] ?? 0), 0),
    minutes_logged: minutes(true) + minutes(false),
    billable_minutes: minutes(true),
    non_billable_minutes: minutes(false),
  };
}
