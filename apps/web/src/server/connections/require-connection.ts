import type { OrganisationTx } from '@throughline/core/db';
import { loadConnection, type ConnectionSummary } from '@throughline/core/db/connections/load-connection';
import { Refusal } from '../trpc/refusal.ts';

/** The connection, if it belongs to the environment of the request. */
export const requireConnection = async (
  tx: OrganisationTx,
  environmentId: string,
  connectionId: string,
): Promise<ConnectionSummary> => {
  const found = await loadConnection(tx, { id: connectionId });
  if (found.environmentId === environmentId) return found;
  throw new Refusal('not-found', 'CONNECTION_NOT_FOUND', 'There is no such connection in this environment.');
};
