import { randomUUID } from 'node:crypto';
import type { SystemContext } from '../../kit/system.ts';
import { formatValue } from '../soql/project.ts';
import { findField } from '../schema/catalog.ts';
import type { FieldValue } from '../records/sobject.ts';
import type { ChangeType, RecordChange } from '../records/unit-of-work.ts';
import { mergedChanges } from '../records/unit-of-work.ts';

/** Objects whose changes are sent, as an administrator selects them for change data capture. */
export const notifiedObjects: readonly string[] = ['Account', 'Contact', 'Opportunity'];

/** The body of a change notification. Field names follow the change event header of the platform's change data capture. */
export interface ChangeNotification {
  /** Unique per event; the same when an event is sent again. Equals the webhook-id header. */
  readonly eventId: string;
  /** Rises by one per event of this org. */
  readonly replayId: number;
  readonly object: string;
  readonly recordId: string;
  readonly changeType: ChangeType;
  readonly changedFields: readonly string[];
  /** ISO 8601 with milliseconds. */
  readonly commitTimestamp: string;
  /**
   * The new values of the changed fields as the REST API writes them; empty for a deletion. They are only a hint. The
   * authoritative values are those that the API returns.
   */
  readonly changes: Readonly<Record<string, FieldValue>>;
}

/** Sends one notification per changed record to the webhook subscribers. The event type is e.g. `Opportunity.updated`. */
export function publishChanges(context: SystemContext, changes: readonly RecordChange[]): void {
  const commitTimestamp = context.clock.now().toISOString();
  for (const change of mergedChanges(changes)) {
    if (!notifiedObjects.includes(change.type.name)) continue;
    const body: ChangeNotification = {
      eventId: randomUUID(),
      replayId: context.state.next('replayId'),
      object: change.type.name,
      recordId: change.id,
      changeType: change.changeType,
      changedFields: change.changedFields,
      commitTimestamp,
      changes: change.changeType === 'DELETE' ? {} : valuesOf(change),
    };
    context.events.emit({ id: body.eventId, type: `${body.object}.${eventVerb[body.changeType]}`, body });
  }
}

const eventVerb = { CREATE: 'created', UPDATE: 'updated', DELETE: 'deleted' } as const satisfies Record<
  ChangeType,
  string
>;

function valuesOf(change: RecordChange): Record<string, FieldValue> {
  return Object.fromEntries(
    change.changedFields.map((name) => {
      const field = findField(change.type, name);
      const value = change.record[name] ?? null;
      return [name, field === undefined ? value : formatValue(field, value)];
    }),
  );
}
