import { sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';

/**
 * Orders publishing an event and beginning to wait for it. Without this, both could miss each other: the publisher
 * looks before the waiter is visible, and the waiter looks before the event is.
 */
export async function lockEventSubject(
  tx: OrganisationTx,
  environmentId: string,
  type: string,
  subject: string,
): Promise<void> {
  const name = `${environmentId}:${type}:${subject}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
