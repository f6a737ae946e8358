import { RETENTION_MS } from '../api/events.ts';
import { ids, text } from '../api/filters.ts';
import type { Resource } from '../api/resource.ts';
import { systemError } from '../kantata-error.ts';

/** The event log that integrations pull. Kantata sends nothing on its own, keeps nine days, and answers the newest first. */
export const subscribedEvents: Resource = {
  key: 'subscribed_events',
  singular: 'subscribed_event',
  subjectType: 'SubscribedEvent',
  operations: ['index'],
  attributes: [
    'id event_type account_id user_id subject_id subject_type subject_changed_at updated_at created_at',
  ].flatMap((names) => names.split(' ')),
  optionalFields: ['previous_payload', 'current_payload', 'payload_changes'],
  createAttributes: [],
  updateAttributes: [],
  bulkLimit: 1,
  page: 'Events',
  filters: {
    event_types: ids('event_type'),
    subject_type: text('subject_type'),
    subject_id: ids('subject_id'),
    user_ids: ids('user_id'),
  },
  refusedFilters: 'most_recent most_recent_by_event_type',
  filtersByUpdate: false,
  requireQuery: (query) => {
    if (query.has('subject_id') && !query.has('subject_type')) throw systemError(400, 'subject_type is required');
  },
  hidden: {
    parameters: '',
    isVisible: (record, _query, store) => store.nowMs() - Date.parse(String(record['created_at'])) <= RETENTION_MS,
  },
  orderBy: { created_at: 'created_at' },
  defaultOrder: 'created_at:desc',
};
