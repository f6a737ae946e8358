/** A record: its id, instants, and attributes under Kantata's names. Money is in minor units, time in minutes. */
export type Attributes = Readonly<Record<string, unknown>>;
export type KantataRecord = Attributes & { readonly id: string };

/** The collections of records, under the names of their endpoints. */
export type ResourceKey =
  | 'workspaces'
  | 'stories'
  | 'workspace_groups'
  | 'users'
  | 'account_memberships'
  | 'roles'
  | 'rate_card_sets'
  | 'rate_card_set_versions'
  | 'rate_cards'
  | 'rate_card_versions'
  | 'rate_card_roles'
  | 'workspace_resources'
  | 'participations'
  | 'assignments'
  | 'time_entries'
  | 'external_references'
  | 'custom_fields'
  | 'custom_field_values'
  | 'subscribed_events';
