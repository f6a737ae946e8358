import { isDeepStrictEqual } from 'node:util';
import { and, eq, sql } from 'drizzle-orm';
import type { JsonSchema } from '../../connector/json-schema.ts';
import { movedSettings, type Settings } from '../../connector/moved-settings.ts';
import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import type { KeyRing } from '../key-ring.ts';
import { connection } from '../schema/index.ts';
import type { ConnectionState } from '../schema/connection.ts';
import { decryptSecrets, encryptSecrets } from '../secrets.ts';
import { ConnectionError } from './connection-error.ts';

export interface UpdateConnectionInput {
  readonly connectionId: string;
  /** The revision the form was opened with. */
  readonly expectedRevision: number;
  readonly name?: string;
  readonly settings?: Settings;
  /** Says which settings move nothing. Without it, each of them counts as an address. */
  readonly settingsSchema?: JsonSchema;
  readonly authMethod?: string;
  /**
   * Fields to set; null removes one. Fields that are not named stay, so a form need not know the secrets that it keeps.
   */
  readonly secrets?: Readonly<Record<string, string | null>>;
  readonly updatedBy: string;
}

/**
 * Changes a connection. A new sign-in method starts without the old one's secrets, and a connection to another address
 * needs its secrets again: a kept one would follow to whatever address somebody enters. It has to be tested again, unless
 * nothing but its name changes. One that is paused stays so until somebody resumes it, and is then to be tested.
 * @throws ConnectionError `CONNECTION_NOT_FOUND`, `CONNECTION_CONFLICT` when somebody changed it meanwhile, `SECRETS_NEEDED`
 * @throws SecretError when kept secrets cannot be opened
 */
export async function updateConnection(
  tx: OrganisationTx,
  input: UpdateConnectionInput,
  keyRing: KeyRing,
): Promise<{ revision: number; state: ConnectionState }> {
  const { connectionId, expectedRevision, name, settings, authMethod, secrets, updatedBy } = input;
  const [found] = await tx.select().from(connection).where(eq(connection.id, connectionId)).for('update');
  if (found === undefined) {
    throw new ConnectionError('CONNECTION_NOT_FOUND', `There is no connection ${connectionId}.`);
  }
  if (found.revision !== expectedRevision) {
    throw new ConnectionError(
      'CONNECTION_CONFLICT',
      `Somebody changed the connection "${found.name}" meanwhile. Reload it, then make your change again.`,
    );
  }
  const isMoved =
    settings !== undefined && movedSettings(input.settingsSchema ?? {}, found.settings, settings).length > 0;
  const isNewMethod = authMethod !== undefined && authMethod !== found.authMethod;
  const isChanged =
    isNewMethod ||
    Object.keys(secrets ?? {}).length > 0 ||
    (settings !== undefined && !isDeepStrictEqual(found.settings, settings));
  if (isMoved && !isNewMethod) requireSecretsAgain(found, secrets ?? {});
  const kept = isNewMethod || isMoved || secrets === undefined ? {} : decryptSecrets(keyRing, connectionId, found);
  const [updated] = await tx
    .update(connection)
    .set({
      ...(name === undefined ? {} : { name }),
      ...(settings === undefined ? {} : { settings: { ...settings } }),
      ...(authMethod === undefined ? {} : { authMethod }),
      ...(secrets === undefined && !isNewMethod
        ? {}
        : encryptSecrets(keyRing, connectionId, merge(kept, secrets ?? {}))),
      ...(isChanged && found.state !== 'paused' ? { state: 'untested' as const, stateMessage: null } : {}),
      revision: sql`${connection.revision} + 1`,
      updatedAt: sql`clock_timestamp()`,
    })
    .where(and(eq(connection.id, connectionId), eq(connection.revision, expectedRevision)))
    .returning({ revision: connection.revision, state: connection.state });
  await writeAudit(tx, {
    actor: updatedBy,
    action: 'connection.updated',
    subjectType: 'connection',
    subjectId: connectionId,
    environmentId: found.environmentId,
    details: { name, settings, authMethod, secretFields: Object.keys(secrets ?? {}).sort() },
  });
  return updated ?? { revision: expectedRevision, state: found.state };
}

function requireSecretsAgain(
  { name, secretFields }: { readonly name: string; readonly secretFields: readonly string[] },
  given: Readonly<Record<string, string | null>>,
): void {
  const missing = secretFields.filter((field) => given[field] === undefined);
  if (missing.length === 0) return;
  throw new ConnectionError(
    'SECRETS_NEEDED',
    `The address of "${name}" changed, so its secrets have to be entered again (${missing.join(', ')}): they must not follow to another address by themselves.`,
  );
}

const merge = (kept: Readonly<Record<string, string>>, changes: Readonly<Record<string, string | null>>) =>
  Object.fromEntries(
    Object.entries({ ...kept, ...changes }).flatMap(([field, value]) => (value === null ? [] : [[field, value]])),
  );
