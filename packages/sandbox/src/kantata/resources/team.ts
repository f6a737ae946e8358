import { externalReferences, isBlank, referenceFilters } from '../api/external-reference.ts';
import { contains, isTrue, text, whenTrue } from '../api/filters.ts';
import type { KantataStore } from '../api/kantata-store.ts';
import { ALL_OPERATIONS } from '../api/resource.ts';
import type { Resource } from '../api/resource.ts';
import type { Attributes, KantataRecord } from '../api/record.ts';
import { invalid, systemError } from '../kantata-error.ts';
import { exists, idText, integerOr, oneOf, present, wholeNumber } from './checks.ts';
import { deleteDependents } from './delete-dependents.ts';
import { join, membershipOf, participationOf } from './participation-of.ts';
import { projectRate } from './project-rate.ts';

/** A user in a project. */
export const participations: Resource = {
  key: 'participations',
  singular: 'participation',
  subjectType: 'Participation',
  operations: ALL_OPERATIONS,
  attributes: [
    'id role is_team_lead active_role rate_in_cents default_rate_in_cents cost_in_cents show_as_read_only can_invite',
    'can_edit can_post can_edit_expense can_edit_time',
  ].flatMap((names) => names.split(' ')),
  createAttributes: ['workspace_id', 'role', 'user_id', 'can_invite', 'access_level', 'external_reference'],
  updateAttributes: [
    'cost_in_cents',
    'rate_in_cents',
    'workspace_role_id',
    'can_invite',
    'access_level',
    'external_reference',
  ],
  bulkLimit: 100,
  belongsTo: {
    user: { foreignKey: 'user_id', resource: 'users' },
    workspace: { foreignKey: 'workspace_id', resource: 'workspaces' },
    workspace_role: { foreignKey: 'workspace_role_id', resource: 'roles' },
    primary_role: { foreignKey: 'primary_role_id', resource: 'roles' },
  },
  hasMany: { external_references: externalReferences('Participation') },
  page: 'Participations',
  optionalFields: ['access_level'],
  requireQuery: (query) => {
    if (isBlank(query.get('workspace_id'))) throw systemError(400, 'workspace_id is required');
  },
  filters: {
    ...referenceFilters('Participation'),
    by_user: text('user_id'),
    by_user_full_name: (record, value, store) =>
      contains('full_name')(store.get('users', record['user_id']) ?? record, value, store),
    mavens_only: whenTrue((record) => record['role'] === 'maven'),
    workspace_id: text('workspace_id'),
  },
  refusedFilters: 'not_assigned_to_story not_following_story',
  orderBy: { updated_at: 'updated_at' },
  defaultOrder: 'updated_at:desc',
  validate: (attributes, { store, previous }) => {
    const problems = [
      ...present(attributes, 'workspace_id', 'user_id'),
      ...exists(store, attributes, 'workspace_id', 'workspaces'),
      ...exists(store, attributes, 'user_id', 'users'),
      ...oneOf(attributes, 'role', ['maven', 'buyer']),
      ...wholeNumber(attributes, 'rate_in_cents'),
    ];
    const twin = participationOf(store, attributes['workspace_id'], attributes['user_id']);
    if (twin === undefined || twin.id === previous?.id) return problems;
    return [...problems, invalid('user_id', 'User is already participating in the project')];
  },
  complete: (attributes, { store }) => ({
    role: 'maven',
    is_team_lead: false,
    access_level: 'invite',
    can_invite: false,
    can_edit: true,
    can_post: true,
    can_edit_time: true,
    can_edit_expense: true,
    show_as_read_only: false,
    default_rate_in_cents: membershipOf(store, attributes['user_id'])?.['bill_rate_in_cents'] ?? null,
    ...attributes,
    user_id: idText(attributes['user_id']),
    workspace_id: idText(attributes['workspace_id']),
  }),
  afterWrite: (record, { store, previous }) => {
    if (previous === undefined) ensureResource(store, record);
  },
  beforeDelete: (record, store) => deleteDependents(store, 'Participation', record.id),
};

/** A place in a project's team: a named user, or a role still to be staffed. */
export const workspaceResources: Resource = {
  key: 'workspace_resources',
  singular: 'workspace_resource',
  subjectType: 'WorkspaceResource',
  operations: ALL_OPERATIONS,
  attributes: [
    'id label role_name full_name workspace_title display_label account_role_name role_rate',
    'assignments_count deletable is_foreign_user role_available_on_rate_card created_at updated_at',
  ].flatMap((names) => names.split(' ')),
  createAttributes: ['workspace_id', 'user_id', 'role_id', 'external_reference'],
  updateAttributes: ['label', 'user_id', 'role_id', 'cost_rate', 'bill_rate', 'external_reference'],
  bulkLimit: 200,
  belongsTo: {
    workspace: { foreignKey: 'workspace_id', resource: 'workspaces' },
    user: { foreignKey: 'user_id', resource: 'users' },
    role: { foreignKey: 'role_id', resource: 'roles' },
    participation: { foreignKey: 'participation_id', resource: 'participations' },
  },
  hasMany: { external_references: externalReferences('WorkspaceResource') },
  page: 'Workspace Resources',
  optionalFields: ['resource_bill_rate', 'resource_cost_rate'],
  filters: {
    ...referenceFilters('WorkspaceResource'),
    matching: (record, value, store) =>
      ['full_name', 'role_name'].some((name) =>
        contains(name)({ ...record, ...describeResource(record, store) }, value, store),
      ),
    providers: whenTrue((record, store) => record['user_id'] !== null && isProvider(store, record)),
    providers_with_unnamed: whenTrue((record, store) => record['user_id'] === null || isProvider(store, record)),
    role_id: text('role_id'),
    user_id: text('user_id'),
    workspace_id: text('workspace_id'),
  },
  refusedFilters: `
    by_custom_choice_value by_custom_currency_value by_custom_date_value by_custom_number_value by_custom_text_value
    has_value_for_custom_field_ids potential_workspace_resource_for_story_with_unnamed_resources
    potential_workspace_resources_for_reassignment potential_workspace_resources_for_story with_organizations`,
  unlisted: {
    parameters: 'include_unnamed only_unnamed',
    isVisible: (record, query) => {
      const is = (name: string): boolean => isTrue(query.get(name) ?? 'false');
      const isUnnamed = record['user_id'] === null;
      return is('only_unnamed') ? isUnnamed : !isUnnamed || is('include_unnamed');
    },
  },
  orderBy: { created_at: 'created_at', updated_at: 'updated_at' },
  defaultOrder: 'updated_at:desc',
  validate: (attributes, { store }) => {
    const problems = [
      ...present(attributes, 'workspace_id'),
      ...exists(store, attributes, 'workspace_id', 'workspaces'),
      ...exists(store, attributes, 'user_id', 'users'),
      ...exists(store, attributes, 'role_id', 'roles'),
    ];
    const isEmpty = idText(attributes['user_id']) === null && idText(attributes['role_id']) === null;
    return isEmpty ? [...problems, invalid('role_id', 'A user or a role must be given')] : problems;
  },
  complete: ({ cost_rate, bill_rate, ...attributes }, { store, previous }) => {
    const userId = idText(attributes['user_id']);
    const workspaceId = idText(attributes['workspace_id']) ?? '';
    return {
      label: null,
      ...attributes,
      resource_bill_rate: integerOr(bill_rate, previous?.['resource_bill_rate'] ?? null),
      resource_cost_rate: integerOr(cost_rate, previous?.['resource_cost_rate'] ?? null),
      workspace_id: workspaceId,
      user_id: userId,
      role_id: idText(attributes['role_id']) ?? membershipOf(store, userId)?.['default_role_id'] ?? null,
      participation_id: participationOf(store, workspaceId, userId)?.id ?? null,
    };
  },
  compute: describeResource,
  afterWrite: (record, { store }) => {
    const userId = idText(record['user_id']);
    if (userId === null) return;
    const workspaceId = String(record['workspace_id']);
    const { id } = join(store, { workspaceId, userId, role: 'maven', isLead: false });
    if (record['participation_id'] !== id) store.update('workspace_resources', record.id, { participation_id: id });
  },
  beforeDelete: (record, store) => deleteDependents(store, 'WorkspaceResource', record.id),
};

/** A user on a task. */
export const assignments: Resource = {
  key: 'assignments',
  singular: 'assignment',
  subjectType: 'Assignment',
  // An assignment cannot be deleted; it stops being current.
  operations: ['index', 'show', 'create', 'update'],
  attributes: ['id', 'created_at', 'updated_at', 'current', 'estimated_minutes', 'allocated_minutes'],
  createAttributes: ['story_id', 'assignee_id', 'current', 'estimated_minutes', 'resource_id', 'external_reference'],
  updateAttributes: ['assignee_id', 'current', 'estimated_minutes', 'resource_id', 'external_reference'],
  bulkLimit: 1,
  belongsTo: {
    story: { foreignKey: 'story_id', resource: 'stories' },
    assignee: { foreignKey: 'assignee_id', resource: 'users' },
  },
  hasMany: { external_references: externalReferences('Assignment') },
  page: 'Assignments',
  filters: {
    ...referenceFilters('Assignment'),
    assignee_id: text('assignee_id'),
    current: whenTrue((record) => record['current'] === true),
    resource_id: text('resource_id'),
    story_id: text('story_id'),
    uncurrent: whenTrue((record) => record['current'] !== true),
    workspace_id: (record, value, store) => projectOf(store, record)?.id === value,
  },
  refusedFilters: 'plannable',
  hidden: {
    parameters: 'in_unarchived_stories in_unarchived_workspaces include_unnamed',
    isVisible: (record, query, store) => {
      const is = (name: string, fallback: string): boolean => isTrue(query.get(name) ?? fallback);
      const isTaskArchived = store.get('stories', record['story_id'])?.['archived'] === true;
      if (isTaskArchived && is('in_unarchived_stories', 'true')) return false;
      if (projectOf(store, record)?.['archived'] === true && is('in_unarchived_workspaces', 'true')) return false;
      return record['assignee_id'] !== null || is('include_unnamed', 'false');
    },
  },
  orderBy: { created_at: 'created_at', updated_at: 'updated_at' },
  defaultOrder: 'created_at:desc',
  validate: (attributes, { store, input }) => {
    const isByPlace = idText(input['resource_id']) !== null;
    const problems = [
      ...present(attributes, 'story_id', ...(isByPlace ? [] : ['assignee_id'])),
      ...exists(store, attributes, 'story_id', 'stories'),
      ...exists(store, attributes, 'assignee_id', 'users'),
      ...exists(store, input, 'resource_id', 'workspace_resources'),
      ...wholeNumber(attributes, 'estimated_minutes'),
    ];
    const workspaceId = store.get('stories', attributes['story_id'])?.['workspace_id'];
    if (isByPlace || problems.length > 0) return problems;
    if (participationOf(store, workspaceId, attributes['assignee_id']) !== undefined) return problems;
    return [invalid('assignee_id', 'Assignee must participate in the project')];
  },
  // The place on the team decides over the person, and may have no person yet.
  complete: (attributes, { store, input }) => ({
    current: true,
    allocated_minutes: 0,
    ...attributes,
    estimated_minutes: integerOr(attributes['estimated_minutes'], null),
    story_id: idText(attributes['story_id']),
    resource_id: idText(attributes['resource_id']),
    assignee_id:
      idText(input['resource_id']) === null
        ? idText(attributes['assignee_id'])
        : (store.get('workspace_resources', input['resource_id'])?.['user_id'] ?? null),
  }),
};

function ensureResource(store: KantataStore, participation: KantataRecord): void {
  const { workspace_id: workspaceId, user_id: userId } = participation;
  const has = store
    .where('workspace_resources', 'workspace_id', workspaceId)
    .some((each) => each['user_id'] === userId);
  if (has) return;
  store.insert('workspace_resources', {
    workspace_id: workspaceId,
    user_id: userId,
    role_id: membershipOf(store, userId)?.['default_role_id'] ?? null,
    participation_id: participation.id,
    label: null,
  });
}

function projectOf(store: KantataStore, assignment: KantataRecord): KantataRecord | undefined {
  return store.get('workspaces', store.get('stories', assignment['story_id'])?.['workspace_id']);
}

function isProvider(store: KantataStore, resource: KantataRecord): boolean {
  return participationOf(store, resource['workspace_id'], resource['user_id'])?.['role'] === 'maven';
}

function describeResource(record: KantataRecord, store: KantataStore): Attributes {
  const role = store.get('roles', record['role_id']);
  const user = store.get('users', record['user_id']);
  const workspace = store.get('workspaces', record['workspace_id']);
  const rate = projectRate(store, workspace, record['role_id']);
  return {
    role_name: role?.['name'] ?? null,
    account_role_name: store.get('roles', membershipOf(store, user?.id)?.['default_role_id'])?.['name'] ?? null,
    full_name: user?.['full_name'] ?? null,
    workspace_title: workspace?.['title'] ?? null,
    display_label: record['label'] ?? user?.['full_name'] ?? role?.['name'] ?? null,
    role_rate: rate ?? null,
    role_available_on_rate_card: rate !== undefined,
    assignments_count: 0,
    deletable: true,
    is_foreign_user: false,
  };
}
