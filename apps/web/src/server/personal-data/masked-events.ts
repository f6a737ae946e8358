import type { listFlowEvents } from '../triggers/list-events.ts';
import { maskedRow } from './masked-row.ts';

type Events = Awaited<ReturnType<typeof listFlowEvents>>;

/** Events with the contacts in their sentences masked. Their payloads are not read, so a name there is not known as one. */
export const maskedEvents = (events: Events): Events =>
  events.map((event) => maskedRow(event, { texts: ['note', 'failureMessage'] }));
