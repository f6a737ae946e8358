import { and, eq, inArray, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { OrganisationTx } from '@throughline/core/db';
import { notification } from '@throughline/core/db/schema/index';
import { loadFamily } from './load-family.ts';

export interface NotificationInput {
  readonly runId: string;
  readonly environmentId: string;
  readonly path: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
}

/**
 * Tells a person once per run and step, whichever of the runs that do the same work comes first. Returns the id of the
 * message, whether old or new.
 */
export async function addNotification(tx: OrganisationTx, message: NotificationInput): Promise<string> {
  await lockMessage(tx, message);
  const family = await loadFamily(tx, message.runId);
  const [said] = await tx
    .select({ id: notification.id })
    .from(notification)
    .where(
      and(
        inArray(notification.runId, family),
        eq(notification.path, message.path),
        eq(notification.recipient, message.recipient),
        eq(notification.subject, message.subject),
        eq(notification.body, message.body),
      ),
    )
    .limit(1);
  if (said !== undefined) return said.id;
  const id = v7();
  const [added] = await tx
    .insert(notification)
    .values({ id, ...message })
    .onConflictDoNothing()
    .returning({ id: notification.id });
  return added?.id ?? id;
}

/** Of two runs that say the same at the same time, the second looks once it can see what the first has said. */
async function lockMessage(
  tx: OrganisationTx,
  { environmentId, path, recipient, subject, body }: NotificationInput,
): Promise<void> {
  const name = JSON.stringify([environmentId, path, recipient, subject, body]);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
