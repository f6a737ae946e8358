import { and, eq, inArray, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { jsonNull } from '@throughline/core/db/json-value';
import {
  delivery,
  exception,
  notification,
  publishedEvent,
  run,
  runWait,
  sharedValue,
  stepRun,
  triggerEvent,
  undoEntry,
} from '@throughline/core/db/schema/index';

/** Messages quote records, so they go with the payloads; the code of what happened stays. */
const removed = 'Removed when its retention had passed.';

/**
 * Removes what runs carried: payloads, steps and messages. Their rows stay, without data, with state, versions and
 * times. Deliveries, links, decisions and the keys of their events stay too: they are the audit, and keep a repeated
 * event from starting anything.
 */
export async function removeRunData(tx: OrganisationTx, runIds: readonly string[], now: Date): Promise<void> {
  const ids = [...runIds];
  await tx.delete(runWait).where(inArray(runWait.runId, ids));
  await tx.delete(undoEntry).where(inArray(undoEntry.runId, ids));
  await tx.delete(sharedValue).where(inArray(sharedValue.runId, ids));
  await tx.delete(stepRun).where(inArray(stepRun.runId, ids));
  await tx.delete(notification).where(inArray(notification.runId, ids));
  await tx.update(publishedEvent).set({ data: jsonNull }).where(inArray(publishedEvent.runId, ids));
  await tx.update(delivery).set({ errorMessage: null }).where(inArray(delivery.runId, ids));
  await tx.update(triggerEvent).set({ payload: jsonNull, sent: null }).where(inArray(triggerEvent.runId, ids));
  await tx
    .update(exception)
    .set({ payload: jsonNull, details: [], message: removed, resolutionReason: sql`null`, target: { kind: 'run' } })
    .where(and(inArray(exception.runId, ids), eq(exception.state, 'resolved')));
  await tx
    .update(run)
    .set({
      trigger: jsonNull,
      output: null,
      errorMessage: sql`case when ${run.errorMessage} is null then null else ${removed} end`,
      draftDocument: null,
      draftPins: null,
      target: null,
      dataRemovedAt: now,
    })
    .where(inArray(run.id, ids));
}
