import { ownValue } from '@throughline/core/connector/own-value';

export const ROOT = '/api/v1';

/** What the wire needs to know of a resource beyond its fields. */
export interface Resource {
  /** Name of the wrapper in request bodies. */
  readonly singular: string;
  /** Attributes the vendor takes on create only; an update leaves them out. */
  readonly createOnly: readonly string[];
  /** Attributes the vendor takes on update only; a create sends them in a second request. */
  readonly updateOnly: readonly string[];
  /** Maps our field to the filter parameter of the list. Every other field is compared here. */
  readonly filters: Readonly<Record<string, string>>;
  /** The parameter that finds records by a part of their name; undefined where the list has none. */
  readonly nameFilter: 'search' | 'matching' | undefined;
  /** The list can be sorted by the time of the last change. */
  readonly sortsByChange: boolean;
  /** The field that every request for a list has to name; one record is then read by its own address, if it has one. */
  readonly listsBy: string | undefined;
  /** Single records can be read by their id. */
  readonly hasAddress: boolean;
  /** Where records are created. The vendor makes or changes a reference by one and the same request. */
  readonly createPath: string;
  /** Parameters that every read sends, to include what lists hide by default. */
  readonly always: Readonly<Record<string, string>>;
  /** Associations whose ids are only returned when asked for. */
  readonly include: readonly string[];
}

/**
 * Sources: `create_attributes` and `update_attributes` of the vendor's Ruby gem; parameters of developer.kantata.com.
 * Lists leave out what is archived, deactivated or still without a name, so every list asks for it by name.
 */
export const resources: Readonly<Record<string, Resource>> = {
  workspaces: resource('workspaces', 'workspace', {
    nameFilter: 'search',
    sortsByChange: true,
    createOnly: ['creator_role', 'primary_maven_id', 'require_time_approvals', 'require_expense_approvals'],
    updateOnly: ['archived'],
    always: { include_archived: 'true' },
    include: ['workspace_groups', 'external_references'],
  }),
  stories: resource('stories', 'story', {
    nameFilter: 'search',
    sortsByChange: true,
    createOnly: ['workspace_id'],
    filters: { workspace_id: 'workspace_id', parent_id: 'with_parent_id' },
    always: { show_archived: 'true', show_from_archived_workspaces: 'true' },
    include: ['assignees', 'external_references'],
  }),
  workspace_groups: resource('workspace_groups', 'workspace_group', { nameFilter: 'matching', sortsByChange: true }),
  users: resource('users', 'user', {
    nameFilter: 'search',
    filters: { email_address: 'by_email_address' },
    always: { on_my_account: 'true', show_disabled: 'true' },
    include: ['role'],
  }),
  account_memberships: resource('account_memberships', 'account_membership', {
    sortsByChange: true,
    filters: { user_id: 'with_user_ids' },
  }),
  roles: resource('roles', 'role', { nameFilter: 'matching' }),
  rate_card_sets: resource('rate_card_sets', 'rate_card_set', { nameFilter: 'matching' }),
  rate_cards: resource('rate_cards', 'rate_card', {
    createOnly: ['rate_card_set_id', 'rate_card_set_version_id'],
    filters: { currency: 'currencies', rate_card_set_id: 'rate_card_set_id' },
  }),
  rate_card_versions: resource('rate_card_versions', 'rate_card_version', {
    filters: { rate_card_id: 'rate_card_id' },
  }),
  rate_card_roles: resource('rate_card_roles', 'rate_card_role', {
    createOnly: ['rate_card_version_id', 'role_id'],
    filters: { rate_card_version_id: 'rate_card_version_id' },
  }),
  workspace_resources: resource('workspace_resources', 'workspace_resource', {
    sortsByChange: true,
    createOnly: ['workspace_id'],
    updateOnly: ['label', 'bill_rate', 'cost_rate'],
    filters: { workspace_id: 'workspace_id', role_id: 'role_id', user_id: 'user_id' },
    always: { include_unnamed: 'true', optional_fields: 'resource_bill_rate' },
  }),
  participations: resource('participations', 'participation', {
    sortsByChange: true,
    listsBy: 'workspace_id',
    createOnly: ['workspace_id', 'user_id', 'role'],
    updateOnly: ['rate_in_cents', 'cost_in_cents', 'workspace_role_id'],
    filters: { workspace_id: 'workspace_id', user_id: 'by_user' },
  }),
  assignments: resource('assignments', 'assignment', {
    sortsByChange: true,
    createOnly: ['story_id'],
    filters: { story_id: 'story_id', assignee_id: 'assignee_id' },
    always: { in_unarchived_workspaces: 'false', in_unarchived_stories: 'false', include_unnamed: 'true' },
  }),
  time_entries: resource('time_entries', 'time_entry', {
    sortsByChange: true,
    filters: { workspace_id: 'workspace_id', user_id: 'with_user_ids' },
    always: { from_archived_workspaces: 'true' },
  }),
  external_references: resource('external_references', 'external_reference', {
    listsBy: 'subject_type',
    hasAddress: false,
    createPath: 'external_references/create_or_update.json',
    filters: {
      subject_type: 'subject_type',
      subject_id: 'subject_id',
      service_name: 'service_name',
      service_model: 'service_model',
      service_model_ref: 'service_model_ref',
    },
  }),
};

export function resourceOf(name: string): Resource {
  const resource = ownValue(resources, name);
  if (resource === undefined) throw new Error(`No wire knowledge of ${name}.`);
  return resource;
}

function resource(name: string, singular: string, more: Partial<Omit<Resource, 'singular'>>): Resource {
  return {
    singular,
    createOnly: [],
    updateOnly: [],
    filters: {},
    nameFilter: undefined,
    sortsByChange: false,
    listsBy: undefined,
    hasAddress: true,
    createPath: `${name}.json`,
    always: {},
    include: [],
    ...more,
  };
}
