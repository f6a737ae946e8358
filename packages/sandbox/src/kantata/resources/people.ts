import { externalReferences, referenceFilters } from '../api/external-reference.ts';
import { contains, ids, isTrue, list, text, whatAllAre, whenTrue } from '../api/filters.ts';
import type { KantataStore } from '../api/kantata-store.ts';
import { plainText } from '../api/plain-text.ts';
import { ALL_OPERATIONS } from '../api/resource.ts';
import type { Resource } from '../api/resource.ts';
import { invalid } from '../kantata-error.ts';
import { customFieldValues } from './custom-field-input.ts';
import { deleteDependents } from './delete-dependents.ts';
import { exists, present, wholeNumber } from './checks.ts';
import { membershipOf, participationOf } from './participation-of.ts';

/** A person. People come in by invitation, so there is no create. */
export const users: Resource = {
  key: 'users',
  singular: 'user',
  subjectType: 'User',
  operations: ['index', 'show', 'update'],
  attributes: [
    'id',
    'full_name',
    'photo_path',
    'email_address',
    'headline',
    'disabled',
    'account_id',
    'account_permission',
  ],
  createAttributes: [],
  updateAttributes: ['full_name', 'headline', 'email_address', 'external_reference'],
  bulkLimit: 1,
  belongsTo: {
    role: { foreignKey: 'role_id', resource: 'roles' },
    account_membership: { foreignKey: 'account_membership_id', resource: 'account_memberships' },
  },
  hasMany: { external_references: externalReferences('User'), custom_field_values: customFieldValues('User') },
  page: 'Users',
  filters: {
    ...referenceFilters('User'),
    account_id: text('account_id'),
    account_role_ids: (record, value, store) => list(value).includes(plainText(roleOf(store, record.id))),
    by_email_address: (record, value) => sameText(record['email_address'], value),
    by_email_addresses: (record, value) => list(value).some((each) => sameText(record['email_address'], each)),
    by_full_name: contains('full_name'),
    clients_only: whenTrue((record, store) => hasSide(store, record.id, 'buyer')),
    consultants_only: whenTrue((record, store) => hasSide(store, record.id, 'maven')),
    not_participant_in: (record, value, store) => participationOf(store, value, record.id) === undefined,
    participant_in: (record, value, store) => participationOf(store, value, record.id) !== undefined,
    with_users: ids('id'),
    without_users: (record, value) => !list(value).includes(record.id),
  },
  refusedFilters: `
    all_contacts assignable_to_resource belonging_to_orgs by_custom_choice_value by_custom_currency_value
    by_custom_date_value by_custom_number_value by_custom_text_value by_full_name_or_account_role
    can_be_approver_in_workspace can_view_reports contacts_on_different_account has_value_for_custom_field_ids
    is_project_lead managers matching not_assigned_to not_following not_on_calendars
    on_my_account_or_participant_in_workspace only_possible_managees only_possible_managers
    potential_followers_for_story provider_leads_on_account_projects show_users_in_insights_groups
    with_created_estimates with_organizations with_skills without_skills without_timesheet_submission write_access_in`,
  hidden: {
    parameters: 'show_disabled',
    isVisible: (record, query) => record['disabled'] !== true || isTrue(query.get('show_disabled') ?? 'false'),
  },
  // The list has only people who take part in a project, unless all people of the account are asked for.
  unlisted: {
    parameters: 'on_my_account',
    isVisible: (record, query, store) =>
      isTrue(query.get('on_my_account') ?? 'false') || store.where('participations', 'user_id', record.id).length > 0,
  },
  searchText: (record) => `${plainText(record['full_name'])} ${plainText(record['email_address'])}`,
  orderBy: { alphabetical: 'full_name' },
  defaultOrder: 'alphabetical:asc',
  validate: (attributes) => present(attributes, 'full_name', 'email_address'),
  compute: (record, store) => {
    const membership = membershipOf(store, record.id);
    return {
      role_id: membership?.['default_role_id'] ?? null,
      account_membership_id: membership?.id ?? null,
      account_permission: membership?.['permission'] ?? null,
    };
  },
};

/** A person's membership in the account: permission, default role, bill and cost rate. */
export const accountMemberships: Resource = {
  key: 'account_memberships',
  singular: 'account_membership',
  subjectType: 'AccountMembership',
  operations: ['index', 'show', 'update'],
  attributes: [
    'id disabled_at permission is_administrator is_project_lead is_punch_clock_user can_create_workspace',
    'can_view_reports can_log_in is_owner bill_rate_in_cents cost_rate_in_cents billability_target updated_at created_at',
  ].flatMap((names) => names.split(' ')),
  createAttributes: [],
  updateAttributes: [
    'bill_rate_in_cents cost_rate_in_cents default_role_id permission billability_target manager_id',
  ].flatMap((names) => names.split(' ')),
  bulkLimit: 1,
  belongsTo: {
    user: { foreignKey: 'user_id', resource: 'users' },
    default_role: { foreignKey: 'default_role_id', resource: 'roles' },
    manager: { foreignKey: 'manager_id', resource: 'users' },
  },
  page: 'Account Memberships',
  filters: {
    only_active: whenTrue((record) => record['disabled_at'] === null),
    only_inactive: whenTrue((record) => record['disabled_at'] !== null),
    with_user_ids: ids('user_id'),
  },
  refusedFilters: 'search with_skills',
  orderBy: {
    bill_rate: 'bill_rate_in_cents',
    cost_rate: 'cost_rate_in_cents',
    created_at: 'created_at',
    permission: 'permission',
    updated_at: 'updated_at',
  },
  defaultOrder: 'created_at:desc',
  validate: (attributes, { store }) => [
    ...exists(store, attributes, 'default_role_id', 'roles'),
    ...exists(store, attributes, 'manager_id', 'users'),
    ...wholeNumber(attributes, 'bill_rate_in_cents'),
    ...wholeNumber(attributes, 'cost_rate_in_cents'),
  ],
};

/** A role of the account, e.g. Senior Consultant; rate cards price it. */
export const roles: Resource = {
  key: 'roles',
  singular: 'role',
  subjectType: 'Role',
  operations: ALL_OPERATIONS,
  attributes: ['id', 'name', 'created_at', 'updated_at'],
  createAttributes: ['name', 'external_reference'],
  updateAttributes: ['name', 'external_reference'],
  bulkLimit: 1,
  hasMany: { external_references: externalReferences('Role') },
  page: 'Roles',
  filters: {
    ...referenceFilters('Role'),
    for_rate_card: (record, value, store) => isPriced(store, value, record.id),
    for_workspace_rate_card: (record, value, store) =>
      isPriced(store, store.get('workspaces', value)?.['rate_card_id'], record.id),
    matching: contains('name'),
    // A role that is deleted is gone: the stand-in marks none.
    only_active: whatAllAre,
  },
  refusedFilters: 'for_scenario_rate_card for_workspace not_on_rate_card_set_version',
  orderBy: { alphabetical: 'name' },
  defaultOrder: 'alphabetical:asc',
  validate: (attributes, { store, previous }) => {
    const problems = present(attributes, 'name');
    const twin = store.where('roles', 'name', attributes['name']).find((each) => each.id !== previous?.id);
    return twin === undefined ? problems : [...problems, invalid('name', 'Name has already been taken')];
  },
  beforeDelete: (record, store) => deleteDependents(store, 'Role', record.id),
};

function sameText(value: unknown, wanted: string): boolean {
  return plainText(value).toLowerCase() === wanted.toLowerCase();
}

function roleOf(store: KantataStore, userId: string): unknown {
  return membershipOf(store, userId)?.['default_role_id'];
}

/** Whether the person is on this side of any project. */
function hasSide(store: KantataStore, userId: string, side: 'maven' | 'buyer'): boolean {
  return store.where('participations', 'user_id', userId).some((each) => each['role'] === side);
}

/** Whether any version of the card has a rate for the role. */
function isPriced(store: KantataStore, cardId: unknown, roleId: string): boolean {
  return store
    .where('rate_card_versions', 'rate_card_id', cardId)
    .some((version) =>
      store.where('rate_card_roles', 'rate_card_version_id', version.id).some((each) => each['role_id'] === roleId),
    );
}
