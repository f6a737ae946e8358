import type { listFlowEvents } from '../triggers/list-events.ts';
import { maskedRow } from './masked-row.ts';

type Events = Awaited<ReturnType<typeof listFlowEvents>>;

/** Events without personal data. */
export const maskedEvents = (events: Events): Events =>
  events.map((event) => maskedRow(event, { texts: ['note', 'failureMessage'] }));
