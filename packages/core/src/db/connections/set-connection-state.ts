import { eq, sql } from 'drizzle-orm';
import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import { connection } from '../schema/index.ts';
import type { ConnectionState } from '../schema/connection.ts';
import { ConnectionError } from './connection-error.ts';

export interface SetConnectionStateInput {
  readonly connectionId: string;
  readonly state: ConnectionState;
  /** What the system answered, free of secrets; shown beside the state. */
  readonly message?: string | undefined;
  readonly setBy: string;
  /** True when this is the outcome of a test. */
  readonly isTest?: boolean;
}

/** Records what a test or the runtime found out, or a pause. @throws ConnectionError `CONNECTION_NOT_FOUND` */
export async function setConnectionState(tx: OrganisationTx, input: SetConnectionStateInput): Promise<void> {
  const { connectionId, state, message = null, setBy, isTest = false } = input;
  const [updated] = await tx
    .update(connection)
    .set({ state, stateMessage: message, ...(isTest ? { testedAt: sql`clock_timestamp()` } : {}) })
    .where(eq(connection.id, connectionId))
    .returning({ environmentId: connection.environmentId });
  if (updated === undefined) {
    throw new ConnectionError('CONNECTION_NOT_FOUND', `There is no connection ${connectionId}.`);
  }
  await writeAudit(tx, {
    actor: setBy,
    action: isTest ? 'connection.tested' : 'connection.state-set',
    subjectType: 'connection',
    subjectId: connectionId,
    environmentId: updated.environmentId,
    details: { state, message },
  });
}
