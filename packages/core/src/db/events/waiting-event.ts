import { and, eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { triggerEvent } from '../schema/index.ts';

/** An event that waits to be judged. */
export type WaitingEvent = typeof triggerEvent.$inferSelect & { readonly definitionId: string };

/** The event, locked, or undefined when somebody else has judged it. */
export async function lockWaitingEvent(tx: OrganisationTx, eventId: string): Promise<WaitingEvent | undefined> {
  const [event] = await tx
    .select()
    .from(triggerEvent)
    .where(and(eq(triggerEvent.id, eventId), eq(triggerEvent.state, 'waiting')))
    .for('update');
  const { definitionId } = event ?? {};
  return event === undefined || definitionId == null ? undefined : { ...event, definitionId };
}
