import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { connection } from '@throughline/core/db/schema/index';

/** A flood of refused calls is noted once in so many seconds. */
const notedEverySeconds = 10;

/**
 * Notes on a connection that a webhook was refused: a wrong secret would otherwise cause a silence that nothing
 * explains.
 */
export async function noteHookRefusal(tx: OrganisationTx, connectionId: string, message: string): Promise<void> {
  const isDue = or(
    isNull(connection.hookRefusedAt),
    lt(connection.hookRefusedAt, sql`now() - make_interval(secs => ${notedEverySeconds})`),
  );
  await tx
    .update(connection)
    .set({ hookRefusedAt: sql`now()`, hookRefusal: message })
    .where(and(eq(connection.id, connectionId), isDue));
}

/** Forgets it once a webhook was accepted again. */
export async function clearHookRefusal(tx: OrganisationTx, connectionId: string): Promise<void> {
  await tx.update(connection).set({ hookRefusedAt: null, hookRefusal: null }).where(eq(connection.id, connectionId));
}
