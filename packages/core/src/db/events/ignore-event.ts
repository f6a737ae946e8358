import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { triggerEvent } from '../schema/index.ts';
import { answerException } from './answer-exception.ts';
import type { Ignored } from './decide-event.ts';
import type { WaitingEvent } from './waiting-event.ts';

/** Ends a waiting event that starts nothing, with what it was judged on. Ends the exception that it answers, too. */
export async function ignoreEvent(
  tx: OrganisationTx,
  event: WaitingEvent,
  { reason, note }: Ignored,
  seen: { readonly payload?: unknown; readonly version?: string | undefined } = {},
): Promise<void> {
  await tx
    .update(triggerEvent)
    .set({ state: 'ignored', reason, note, runId: null, claimedBy: null, failureMessage: null, ...seen })
    .where(eq(triggerEvent.id, event.id));
  await answerException(tx, event, { kind: 'ignored', note });
}
