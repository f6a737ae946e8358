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

/** Whether the version of a flow that is live now polls this object. It may have moved since a page was asked for. */
export async function stillFollows(tx: OrganisationTx, followed: FollowedObject): Promise<boolean> {
  const { environmentId, definitionId, connection, object } = followed;
  const trigger = sql`${version.document}->'trigger'`;
  const found = await tx
    .select({ id: liveVersion.id })
    .from(liveVersion)
    .innerJoin(version, eq(version.id, liveVersion.versionId))
    .innerJoin(definition, eq(definition.id, liveVersion.definitionId))
    .where(
      and(
        eq(liveVersion.environmentId, environmentId),
        eq(liveVersion.definitionId, definitionId),
        isNull(definition.archivedAt),
        sql`${trigger}->>'kind' = 'change' and ${trigger}->>'connection' = ${connection}`,
        sql`${trigger}->>'object' = ${object}`,
      ),
    );
  return found.length > 0;
}
