import { RETENTION_MS } from '../api/events.ts';
import type { Resource } from '../api/resource.ts';

/** The event log that integrations pull. Kantata sends nothing on its own, keeps nine days, and promises no order. */
export const subscribedEvents: Resource = {
  key: 'subscribed_events',
  singular: 'subscribed_event',
  subjectType: 'SubscribedEvent',
  operations: ['index'],
  attributes: [
    'id event_type account_id user_id subject_id subject_type subject_changed_at previous_payload current_payload',
    'payload_changes updated_at created_at',
  ].flatMap((names) => names.split(' ')),
  createAttributes: [],
  updateAttributes: [],
  bulkLimit: 1,
  filters: {
    event_types: (record, value) => value.split(',').includes(String(record['event_type'])),
    subject_type: (record, value) => record['subject_type'] === value,
    subject_id: (record, value) => record['subject_id'] === value,
  },
  isVisible: (record, _query, store) => store.nowMs() - Date.parse(String(record['created_at'])) <= RETENTION_MS,
  orderBy: ['created_at'],
  defaultOrder: 'created_at:asc',
};
