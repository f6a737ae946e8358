import { v7 } from 'uuid';
import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import type { KeyRing } from '../key-ring.ts';
import { connection } from '../schema/index.ts';
import { encryptSecrets, type Secrets } from '../secrets.ts';
import { ConnectionError } from './connection-error.ts';

export interface CreateConnectionInput {
  readonly environmentId: string;
  /** Kebab-case; flows name the connection by it, so use the same one in every environment. */
  readonly key: string;
  readonly name: string;
  readonly system: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly authMethod: string;
  readonly secrets: Secrets;
  readonly createdBy: string;
}

/** @throws ConnectionError `CONNECTION_KEY_TAKEN` */
export async function createConnection(
  tx: OrganisationTx,
  input: CreateConnectionInput,
  keyRing: KeyRing,
): Promise<{ connectionId: string }> {
  const { secrets, settings, ...columns } = input;
  // The id is made here and not by the insert, because the secrets are bound to it.
  const connectionId = v7();
  const [created] = await tx
    .insert(connection)
    .values({
      ...columns,
      id: connectionId,
      settings: { ...settings },
      ...encryptSecrets(keyRing, connectionId, secrets),
    })
    .onConflictDoNothing({ target: [connection.environmentId, connection.key] })
    .returning({ id: connection.id });
  if (created === undefined) {
    throw new ConnectionError(
      'CONNECTION_KEY_TAKEN',
      `This environment already has a connection "${input.key}". Choose another key.`,
    );
  }
  await writeAudit(tx, {
    actor: input.createdBy,
    action: 'connection.created',
    subjectType: 'connection',
    subjectId: connectionId,
    environmentId: input.environmentId,
    details: { key: input.key, system: input.system, secretFields: Object.keys(secrets).sort() },
  });
  return { connectionId };
}
