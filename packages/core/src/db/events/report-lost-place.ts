import { and, eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { OrganisationTx } from '../client.ts';
import { refuseRun } from '../runs/accept-run.ts';
import { liveVersion } from '../schema/index.ts';

/** Code of the exception, and of its run that does nothing. */
const code = 'TRIGGER_PLACE_LOST';

export interface LostPlace {
  readonly environmentId: string;
  readonly definitionId: string;
  /** The connection's key. */
  readonly connection: string;
  readonly object: string;
  /** Where reading starts again. */
  readonly readAgainFrom: Date;
  /** What the system said, in storable text. */
  readonly systemSaid: string;
}

/**
 * Opens an exception, which cannot be replayed, to tell operators that a system had lost our place in an object's changes:
 * what the system does not keep for long, such as deletions, may be missing. Call this in the transaction that restarts the poll,
 * so each restart is reported once.
 */
export async function reportLostPlace(tx: OrganisationTx, lost: LostPlace): Promise<void> {
  const { environmentId, definitionId, connection, object, systemSaid } = lost;
  const readAgainFrom = lost.readAgainFrom.toISOString();
  const [live] = await tx
    .select({ versionId: liveVersion.versionId })
    .from(liveVersion)
    .where(and(eq(liveVersion.environmentId, environmentId), eq(liveVersion.definitionId, definitionId)));
  await refuseRun(
    tx,
    {
      runId: v7(),
      environmentId,
      definitionId,
      flow: undefined,
      versionId: live?.versionId,
      keys: {},
      mode: 'live',
      source: 'change',
      payload: { connection, object, readAgainFrom, systemSaid },
    },
    {
      code,
      message: `The system no longer knows how far the changes of ${object} were read: “${systemSaid}” Changes are being read again from ${readAgainFrom} on. Some changes and deletions may be missing: compare with the system, then resolve this by hand.`,
      replay: { kind: 'nothing' },
    },
  );
}
