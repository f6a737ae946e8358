import { and, eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { RunError } from '../runs/run-error.ts';
import { triggerEvent } from '../schema/index.ts';
import { refuseRemoved } from './refuse-removed.ts';

export interface ReadEventAgainInput {
  readonly eventId: string;
  /** The run that was stopped because the record could not be read. */
  readonly stoppedRunId: string;
  /** The exception that the event answers once it is judged. */
  readonly exceptionId: string;
  readonly askedForBy: string;
}

/**
 * Lets an event wait again whose record could not be read, with all its attempts ahead of it. A worker reads the record,
 * and then resolves the exception or opens it again.
 * @throws RunError `RUN_DATA_REMOVED`, `EVENT_GONE`
 */
export async function readEventAgain(tx: OrganisationTx, input: ReadEventAgainInput): Promise<void> {
  const { eventId, stoppedRunId, exceptionId, askedForBy } = input;
  await refuseRemoved(tx, stoppedRunId);
  const waiting = await tx
    .update(triggerEvent)
    .set({
      state: 'waiting',
      payload: null,
      version: null,
      attempts: 0,
      failureMessage: null,
      claimedBy: null,
      dueAt: new Date(),
      exceptionId,
      askedForBy,
    })
    .where(and(eq(triggerEvent.id, eventId), eq(triggerEvent.state, 'started'), eq(triggerEvent.runId, stoppedRunId)))
    .returning({ id: triggerEvent.id });
  if (waiting.length > 0) return;
  throw new RunError(
    'EVENT_GONE',
    'The event about this record is not kept any more. Start the flow by hand with the record of today, and resolve this exception.',
  );
}
