import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { connection } from '../schema/index.ts';

/** The connections of an environment, with the system that each leads to. */
export const connectedSystems = (tx: OrganisationTx, environmentId: string) =>
  tx
    .select({ key: connection.key, system: connection.system })
    .from(connection)
    .where(eq(connection.environmentId, environmentId));
