import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { exception } from '../schema/index.ts';
import type { WaitingEvent } from './waiting-event.ts';

/** The result of an event whose exception a person replayed. */
export type EventAnswer =
  | { readonly kind: 'started'; readonly runId: string }
  /** Its run stopped at once, with an exception of its own. */
  | { readonly kind: 'stopped'; readonly runId: string; readonly message: string }
  | { readonly kind: 'ignored'; readonly note: string }
  | { readonly kind: 'unread'; readonly message: string }
  | { readonly kind: 'not-live'; readonly note: string };

/** Resolves the exception that an event answers, or opens it again. Does nothing when the event answers none. */
export async function answerException(tx: OrganisationTx, event: WaitingEvent, answer: EventAnswer): Promise<void> {
  if (event.exceptionId === null) return;
  await tx.update(exception).set(changeBy(answer)).where(eq(exception.id, event.exceptionId));
}

function changeBy(answer: EventAnswer): Partial<typeof exception.$inferInsert> {
  if (answer.kind === 'unread') return { state: 'open', message: answer.message, replayFailure: answer.message };
  if (answer.kind === 'not-live') {
    const wayOut = 'Publish one that does and replay again, or resolve the exception by hand.';
    return { state: 'open', replayFailure: `${answer.note} ${wayOut}` };
  }
  const resolved = {
    state: 'resolved',
    resolution: 'replayed',
    resolvedBy: 'system:runtime',
    resolvedAt: new Date(),
  } as const;
  if (answer.kind === 'ignored') return { ...resolved, resolutionReason: `The event was ignored. ${answer.note}` };
  const { runId: replayRunId } = answer;
  if (answer.kind === 'stopped') {
    return { ...resolved, resolution: 'superseded', resolutionReason: answer.message, replayRunId };
  }
  return { ...resolved, resolutionReason: 'The event has started its run.', replayRunId };
}
