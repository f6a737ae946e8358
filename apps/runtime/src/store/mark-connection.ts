import { and, eq, ne } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { connection } from '@throughline/core/db/schema/index';

export interface ConnectionMark {
  readonly connectionId: string;
  readonly state: 'connected' | 'failing';
  readonly message: string | null;
  /** Set by a test. Use by a flow leaves it unchanged. */
  readonly testedAt?: Date | undefined;
}

/** Shows the state of a connection. One that an administrator paused stays paused. */
export async function markConnection(tx: OrganisationTx, mark: ConnectionMark): Promise<void> {
  await tx
    .update(connection)
    .set({
      state: mark.state,
      stateMessage: mark.message,
      ...(mark.testedAt === undefined ? {} : { testedAt: mark.testedAt }),
    })
    .where(and(eq(connection.id, mark.connectionId), ne(connection.state, 'paused')));
}
