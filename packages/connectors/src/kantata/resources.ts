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
  /** The list can be searched by text. */
  readonly hasSearch: boolean;
  /** Parameters that every read sends, to include what lists hide by default. */
  readonly always: Readonly<Record<string, string>>;
  /** Associations whose ids are only returned when asked for. */
  readonly include: readonly string[];
}

/** Sources: `create_attributes` and `update_attributes` of the vendor's Ruby gem; filters of developer.kantata.com. */
export const resources: Readonly<Record<string, Resource>> = {
  workspaces: resource('workspace', {
    hasSearch: true,
    createOnly: ['creator_role', 'primary_maven_id', 'require_time_approvals', 'require_expense_approvals'],
    updateOnly: ['archived'],
    always: { include_archived: 'true' },
    include: ['workspace_groups', 'external_references'],
  }),
  stories: resource('story', {
    hasSearch: true,
    createOnly: ['workspace_id'],
    filters: { workspace_id: 'workspace_id', parent_id: 'with_parent_id' },
    always: { archived: 'include' },
    include: ['assignees', 'external_references'],
  }),
  workspace_groups: resource('workspace_group', { hasSearch: true }),
  users: resource('user', {
    hasSearch: true,
    filters: { email_address: 'by_email_address' },
    always: { on_my_account: 'true' },
    include: ['role'],
  }),
  account_memberships: resource('account_membership', {}),
  roles: resource('role', { hasSearch: true }),
  rate_card_sets: resource('rate_card_set', {}),
  rate_cards: resource('rate_card', { createOnly: ['rate_card_set_id', 'rate_card_set_version_id'] }),
  rate_card_versions: resource('rate_card_version', {}),
  rate_card_roles: resource('rate_card_role', {
    createOnly: ['rate_card_version_id', 'role_id'],
    filters: { rate_card_version_id: 'rate_card_version_id' },
  }),
  workspace_resources: resource('workspace_resource', {
    createOnly: ['workspace_id'],
    updateOnly: ['label', 'bill_rate', 'cost_rate'],
    filters: { workspace_id: 'workspace_id' },
  }),
  participations: resource('participation', {
    createOnly: ['workspace_id', 'user_id', 'role'],
    updateOnly: ['rate_in_cents', 'cost_in_cents', 'workspace_role_id'],
    filters: { workspace_id: 'workspace_id' },
  }),
  assignments: resource('assignment', { createOnly: ['story_id'] }),
  time_entries: resource('time_entry', { filters: { workspace_id: 'workspace_id' } }),
  external_references: resource('external_reference', {
    filters: {
      subject_type: 'subject_type',
      service_name: 'service_name',
      service_model: 'service_model',
      service_model_ref: 'service_model_ref',
    },
  }),
};

function resource(singular: string, more: Partial<Omit<Resource, 'singular'>>): Resource {
  return { singular, createOnly: [], updateOnly: [], filters: {}, hasSearch: false, always: {}, include: [], ...more };
}
