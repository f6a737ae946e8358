import { and, eq, isNull, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { definition, liveVersion, version } from '@throughline/core/db/schema/index';

export interface FollowedObject {
  readonly environmentId: string;
  readonly definitionId: string;
  /** The connection's key. */
  readonly connection: string;
  readonly object: string;
}

/**
 * Whether the live version of a flow polls this object; it may have moved since a page was asked for. No other version
 * goes live before the caller's transaction ends, so that everything it stores is judged by this one.
 */
export async function stillFollows(tx: OrganisationTx, followed: FollowedObject): Promise<boolean> {
  const { environmentId, definitionId, connection, object } = followed;
  // Locked by itself: if the lock has to wait for a release, a join would still show the previous version.
  const [live] = await tx
    .select({ versionId: liveVersion.versionId })
    .from(liveVersion)
    .where(and(eq(liveVersion.environmentId, environmentId), eq(liveVersion.definitionId, definitionId)))
    .for('share');
  if (live === undefined) return false;
  const trigger = sql`${version.document}->'trigger'`;
  const found = await tx
    .select({ id: version.id })
    .from(version)
    .innerJoin(definition, eq(definition.id, version.definitionId))
    .where(
      and(
        eq(version.id, live.versionId),
        isNull(definition.archivedAt),
        sql`${trigger}->>'kind' = 'change' and ${trigger}->>'connection' = ${connection}`,
        sql`${trigger}->>'object' = ${object}`,
      ),
    );
  return found.length > 0;
}
