import type { KantataStore } from './kantata-store.ts';
import { ACCOUNT_ID } from './kantata-store.ts';
import type { Resource } from './resource.ts';
import type { KantataRecord } from './record.ts';

export type EventAction = 'created' | 'updated' | 'deleted';

/** Kantata forgets an event after nine days. */
export const RETENTION_MS = 9 * 24 * 60 * 60 * 1000;

/** Endpoints that leave events, by the name events use. Source: Subscribed Events Reference. */
const EVENT_SUBJECTS: Readonly<Record<string, string>> = {
  workspaces: 'workspace',
  stories: 'story',
  workspace_groups: 'workspace_group',
  users: 'user',
  account_memberships: 'account_membership',
  roles: 'role',
  workspace_resources: 'workspace_resource',
  participations: 'participation',
  assignments: 'assignment',
  time_entries: 'time_entry',
  custom_fields: 'custom_field',
};

export const EVENT_TYPES: readonly string[] = Object.values(EVENT_SUBJECTS).flatMap((subject) =>
  (['created', 'updated', 'deleted'] as const).map((action) => `${subject}:${action}`),
);

export interface Change {
  readonly resource: Resource;
  readonly action: EventAction;
  readonly userId: string;
  readonly before: KantataRecord | undefined;
  readonly after: KantataRecord | undefined;
}

/**
 * Writes the change to the event log that integrations pull. A fault can write it twice, because Kantata warns that
 * duplicates occur.
 */
export function recordEvent(store: KantataStore, change: Change): void {
  const subject = EVENT_SUBJECTS[change.resource.key];
  const record = change.after ?? change.before;
  if (subject === undefined || record === undefined) return;
  const type = `${subject}:${change.action}`;
  const event = {
    event_type: type,
    account_id: ACCOUNT_ID,
    user_id: change.userId,
    subject_id: record.id,
    subject_type: change.resource.subjectType,
    subject_changed_at: store.now(),
    previous_payload: payload(change.resource, change.before),
    current_payload: payload(change.resource, change.after),
    payload_changes: differences(payload(change.resource, change.before), payload(change.resource, change.after)),
  };
  store.insert('subscribed_events', event);
  if (store.takeEventFault('duplicate-event', type)) store.insert('subscribed_events', event);
}

function payload(resource: Resource, record: KantataRecord | undefined): Record<string, unknown> {
  if (record === undefined) return {};
  return Object.fromEntries(resource.attributes.filter((name) => name in record).map((name) => [name, record[name]]));
}

function differences(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, unknown> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...names]
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, [before[name] ?? null, after[name] ?? null]]),
  );
}
