import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { triggerEvent } from '../schema/index.ts';
import { answerException } from './answer-exception.ts';
import type { Ignored } from './decide-event.ts';
import type { WaitingEvent } from './waiting-event.ts';

/**
 * Ends a waiting event that starts nothing, with what it was judged on. Ends the exception that it answers, too; but where
 * no flow listens, nobody has judged the record, so the exception is open again and can be replayed later.
 */
export async function ignoreEvent(
  tx: OrganisationTx,
  event: WaitingEvent,
  { reason, note }: Ignored,
  seen: { readonly payload?: unknown; readonly version?: string | undefined } = {},
): Promise<void> {
  const isKept = reason === 'not-live' && event.exceptionId !== null;
  const end = isKept
    ? ({ state: 'started', exceptionId: null } as const)
    : ({ ...seen, state: 'ignored', reason, note, runId: null } as const);
  await tx
    .update(triggerEvent)
    .set({ ...end, claimedBy: null, failureMessage: null })
    .where(eq(triggerEvent.id, event.id));
  await answerException(tx, event, { kind: isKept ? 'not-live' : 'ignored', note });
}
