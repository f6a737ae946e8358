import { and, eq, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { liveVersion, version } from '@throughline/core/db/schema/index';
import type { Trigger } from '@throughline/core/flow';

/** What starts the version of a flow that is live in an environment; null when none is. */
export const liveTriggerKind = async (
  tx: OrganisationTx,
  environmentId: string,
  definitionId: string,
): Promise<Trigger['kind'] | null> => {
  const [live] = await tx
    .select({ kind: sql<Trigger['kind']>`${version.document}->'trigger'->>'kind'` })
    .from(liveVersion)
    .innerJoin(version, eq(version.id, liveVersion.versionId))
    .where(and(eq(liveVersion.environmentId, environmentId), eq(liveVersion.definitionId, definitionId)));
  return live?.kind ?? null;
};
