import { and, eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { RunError } from '../runs/run-error.ts';
import { triggerEvent } from '../schema/index.ts';
import { isListening } from './is-listening.ts';
import { findLiveFlow } from './live-flow.ts';
import { refuseRemoved } from './refuse-removed.ts';
import { settleEvent } from './settle-event.ts';
import { lockWaitingEvent } from './waiting-event.ts';

export interface JudgeAgainInput {
  readonly eventId: string;
  /** The run that stopped before the event was judged. */
  readonly stoppedRunId: string;
  /** The exception that the event answers. */
  readonly exceptionId: string;
  readonly askedForBy: string;
  /** The event's data, perhaps as an operator left it. */
  readonly payload: unknown;
}

/**
 * Judges an event whose data is known and which nobody could judge when it came: the condition and the keys of the flow
 * that is live now hold for it as for any other. Resolves its exception. Returns the id of the run that it has started,
 * or null where it is ignored.
 * @throws RunError `RUN_DATA_REMOVED`, `EVENT_GONE`, `FLOW_NOT_LIVE`
 * @throws UnreadableFlowError
 */
export async function judgeAgain(tx: OrganisationTx, input: JudgeAgainInput): Promise<string | null> {
  const { eventId, stoppedRunId, exceptionId, askedForBy, payload } = input;
  await refuseRemoved(tx, stoppedRunId);
  await tx
    .update(triggerEvent)
    .set({ state: 'waiting', exceptionId, askedForBy })
    .where(and(eq(triggerEvent.id, eventId), eq(triggerEvent.state, 'started'), eq(triggerEvent.runId, stoppedRunId)));
  const event = await lockWaitingEvent(tx, eventId);
  if (event === undefined) {
    throw new RunError(
      'EVENT_GONE',
      'The event of this run is not kept any more. Start the flow by hand with the data of today, and resolve this exception.',
    );
  }
  const live = await findLiveFlow(tx, event.environmentId, event.definitionId);
  if (live === undefined || !isListening(live.flow.trigger, event)) {
    throw new RunError(
      'FLOW_NOT_LIVE',
      'No live version of the flow listens to this event any more, so nothing was started. Publish one that does and replay then, or resolve the exception by hand.',
    );
  }
  return settleEvent(tx, event, { payload, version: event.version ?? undefined });
}
