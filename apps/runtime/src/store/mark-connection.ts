import { and, eq, ne } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { connection } from '@throughline/core/db/schema/index';

export interface ConnectionMark {
  readonly connectionId: string;
  readonly state: 'connected' | 'failing';
  readonly message: string | null;
  /** Set by a test; use by a flow leaves it. */
  readonly testedAt?: Date | undefined;
}

/** Shows how a connection does. One that an admin paused stays paused. */
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
