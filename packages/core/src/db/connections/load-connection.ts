import { and, asc, eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import type { KeyRing } from '../key-ring.ts';
import { connection } from '../schema/index.ts';
import { decryptSecrets, type Secrets } from '../secrets.ts';
import { ConnectionError } from './connection-error.ts';

/** Everything but the ciphertext, so it is safe to send to a browser. */
const visible = {
  id: connection.id,
  environmentId: connection.environmentId,
  key: connection.key,
  name: connection.name,
  system: connection.system,
  settings: connection.settings,
  authMethod: connection.authMethod,
  secretFields: connection.secretFields,
  state: connection.state,
  stateMessage: connection.stateMessage,
  testedAt: connection.testedAt,
  revision: connection.revision,
  createdBy: connection.createdBy,
  createdAt: connection.createdAt,
  updatedAt: connection.updatedAt,
};

export type ConnectionSummary = Awaited<ReturnType<typeof listConnections>>[number];

/** The connections of an environment by name, without their secrets. */
export function listConnections(tx: OrganisationTx, environmentId: string) {
  return tx
    .select(visible)
    .from(connection)
    .where(eq(connection.environmentId, environmentId))
    .orderBy(asc(connection.name), asc(connection.key));
}

export type WantedConnection = { readonly id: string } | { readonly environmentId: string; readonly key: string };

/** One connection without its secrets. @throws ConnectionError `CONNECTION_NOT_FOUND` */
export async function loadConnection(tx: OrganisationTx, wanted: WantedConnection): Promise<ConnectionSummary> {
  const [found] = await tx.select(visible).from(connection).where(matches(wanted));
  return found ?? missing(wanted);
}

/**
 * Loads a connection with its secrets decrypted. It is meant for the runtime, which speaks to the system, and never for
 * an answer to a browser.
 * @throws ConnectionError `CONNECTION_NOT_FOUND`
 */
export async function openConnection(
  tx: OrganisationTx,
  wanted: WantedConnection,
  keyRing: KeyRing,
): Promise<ConnectionSummary & { readonly secrets: Secrets }> {
  const [found] = await tx
    .select({ ...visible, secretCiphertext: connection.secretCiphertext, secretKeyId: connection.secretKeyId })
    .from(connection)
    .where(matches(wanted));
  if (found === undefined) return missing(wanted);
  const { secretCiphertext, secretKeyId, ...summary } = found;
  return { ...summary, secrets: decryptSecrets(keyRing, found.id, { secretCiphertext, secretKeyId }) };
}

const matches = (wanted: WantedConnection) =>
  'id' in wanted
    ? eq(connection.id, wanted.id)
    : and(eq(connection.environmentId, wanted.environmentId), eq(connection.key, wanted.key));

function missing(wanted: WantedConnection): never {
  throw new ConnectionError(
    'CONNECTION_NOT_FOUND',
    'id' in wanted ? `There is no connection ${wanted.id}.` : `This environment has no connection "${wanted.key}".`,
  );
}
