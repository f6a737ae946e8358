import { eq } from 'drizzle-orm';
import { readFlow } from '../../flow/read-flow.ts';
import { connectionKeysOf } from '../../flow/connection-keys.ts';
import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import { loadLiveDocuments } from '../definitions/load-documents.ts';
import { changeCursor, connection, environment } from '../schema/index.ts';
import { ConnectionError } from './connection-error.ts';

/**
 * Removes a connection and its secrets. What was delivered through it stays on record.
 * @throws ConnectionError `CONNECTION_IN_USE` while a live flow of its environment names it, `CONNECTION_NOT_FOUND`
 */
export async function deleteConnection(
  tx: OrganisationTx,
  input: { readonly connectionId: string; readonly deletedBy: string },
): Promise<void> {
  const { connectionId, deletedBy } = input;
  const [found] = await tx.select().from(connection).where(eq(connection.id, connectionId)).for('update');
  if (found === undefined) {
    throw new ConnectionError('CONNECTION_NOT_FOUND', `There is no connection ${connectionId}.`);
  }
  // Releases take this lock too, so a flow that needs the connection either goes live before this and is seen, or does
  // not go live.
  await tx
    .select({ id: environment.id })
    .from(environment)
    .where(eq(environment.id, found.environmentId))
    .for('no key update');
  const live = await loadLiveDocuments(tx, found.environmentId);
  const users = live.filter(({ kind, document }) => {
    const read = kind === 'flow' ? readFlow(document) : undefined;
    return read?.isReadable === true && connectionKeysOf(read.flow).has(found.key);
  });
  if (users.length > 0) {
    const names = users.map(({ key }) => `"${key}"`).join(', ');
    throw new ConnectionError(
      'CONNECTION_IN_USE',
      `The connection "${found.name}" is used by ${names}. Publish them without it, or roll them back, first.`,
    );
  }
  await tx.delete(changeCursor).where(eq(changeCursor.connectionId, connectionId));
  await tx.delete(connection).where(eq(connection.id, connectionId));
  await writeAudit(tx, {
    actor: deletedBy,
    action: 'connection.deleted',
    subjectType: 'connection',
    subjectId: connectionId,
    environmentId: found.environmentId,
    details: { key: found.key, system: found.system },
  });
}
