import { externalReferences, referenceFilters } from '../api/external-reference.ts';
import type { Resource } from '../api/resource.ts';
import { ALL_OPERATIONS, idFilter } from '../api/resource.ts';
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
  filters: {
    ...referenceFilters('User'),
    by_email_address: (record, value) => String(record['email_address']).toLowerCase() === value.toLowerCase(),
    participant_in: (record, value, store) => participationOf(store, value, record.id) !== undefined,
    on_my_account: () => true,
  },
  isVisible: (record, query) => record['disabled'] !== true || query.get('show_disabled') === 'true',
  searchIn: ['full_name', 'email_address'],
  orderBy: ['full_name', 'created_at'],
  defaultOrder: 'full_name:asc',
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
  updateAttributes: ['bill_rate_in_cents', 'cost_rate_in_cents', 'default_role_id', 'permission', 'billability_target'],
  bulkLimit: 1,
  belongsTo: {
    user: { foreignKey: 'user_id', resource: 'users' },
    default_role: { foreignKey: 'default_role_id', resource: 'roles' },
    manager: { foreignKey: 'manager_id', resource: 'users' },
  },
  filters: { permission: idFilter('permission') },
  orderBy: ['created_at', 'updated_at'],
  defaultOrder: 'created_at:asc',
  validate: (attributes, { store }) => [
    ...exists(store, attributes, 'default_role_id', 'roles'),
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
  filters: {
    ...referenceFilters('Role'),
    matching: (record, value) => String(record['name']).toLowerCase().includes(value.toLowerCase()),
  },
  searchIn: ['name'],
  orderBy: ['name', 'created_at', 'updated_at'],
  defaultOrder: 'name:asc',
  validate: (attributes, { store, previous }) => {
    const problems = present(attributes, 'name');
    const twin = store.where('roles', 'name', attributes['name']).find((each) => each.id !== previous?.id);
    return twin === undefined ? problems : [...problems, invalid('name', 'Name has already been taken')];
  },
  beforeDelete: (record, store) => deleteDependents(store, 'Role', record.id),
};
