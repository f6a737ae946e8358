import type { KantataStore } from '../api/kantata-store.ts';
import type { KantataRecord } from '../api/record.ts';

export interface Joining {
  readonly workspaceId: string;
  readonly userId: string;
  readonly role: string;
  readonly isLead: boolean;
}

export function participationOf(store: KantataStore, workspaceId: unknown, userId: unknown): KantataRecord | undefined {
  return store
    .where('participations', 'workspace_id', workspaceId)
    .find((each) => String(each['user_id']) === String(userId));
}

/** Makes the user a participant with a named resource, unless the user already is one. */
export function join(store: KantataStore, { workspaceId, userId, role, isLead }: Joining): KantataRecord {
  const known = participationOf(store, workspaceId, userId);
  if (known !== undefined) return known;
  const participation = store.insert('participations', {
    role,
    is_team_lead: isLead,
    access_level: isLead ? 'admin' : 'invite',
    active_role: null,
    rate_in_cents: null,
    default_rate_in_cents: membershipOf(store, userId)?.['bill_rate_in_cents'] ?? null,
    cost_in_cents: null,
    can_invite: isLead,
    can_edit: true,
    can_post: true,
    can_edit_time: true,
    can_edit_expense: true,
    show_as_read_only: false,
    user_id: userId,
    workspace_id: workspaceId,
    primary_role_id: null,
    workspace_role_id: null,
  });
  const hasResource = store
    .where('workspace_resources', 'workspace_id', workspaceId)
    .some((each) => String(each['user_id']) === userId);
  if (!hasResource) {
    store.insert('workspace_resources', {
      workspace_id: workspaceId,
      user_id: userId,
      role_id: membershipOf(store, userId)?.['default_role_id'] ?? null,
      participation_id: participation.id,
      label: null,
    });
  }
  return participation;
}

export function membershipOf(store: KantataStore, userId: unknown): KantataRecord | undefined {
  return store.where('account_memberships', 'user_id', userId)[0];
}
