import { and, eq } from 'drizzle-orm';
import type { OrganisationTx, SystemTx } from '@throughline/core/db';
import { connection } from '@throughline/core/db/schema/index';

export type ConnectionRow = typeof connection.$inferSelect;

/** The connection that a flow's key means in an environment. */
export async function findConnection(
  tx: OrganisationTx,
  environmentId: string,
  key: string,
): Promise<ConnectionRow | undefined> {
  const [row] = await tx
    .select()
    .from(connection)
    .where(and(eq(connection.environmentId, environmentId), eq(connection.key, key)));
  return row;
}

/** Finds a connection by its id; for webhooks across organisations, because their address names nothing else. */
export async function findConnectionById(
  tx: OrganisationTx | SystemTx,
  connectionId: string,
): Promise<ConnectionRow | undefined> {
  const [row] = await tx.select().from(connection).where(eq(connection.id, connectionId));
  return row;
}
