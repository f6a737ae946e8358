import { and, eq, isNull } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { problemsOfVersions } from '@throughline/core/db/definitions/read-version';
import { definition, liveVersion } from '@throughline/core/db/schema/index';

export interface UnreadableFlow {
  readonly definitionId: string;
  readonly flowKey: string;
  readonly flowName: string;
  /** What is wrong, in a sentence. */
  readonly trouble: string;
}

/**
 * Flows whose live version this release cannot read, whatever starts them. For a single flow: that flow, if it is one
 * of them.
 */
export async function findUnreadableFlows(
  tx: OrganisationTx,
  environmentId: string,
  definitionId?: string,
): Promise<UnreadableFlow[]> {
  const live = await tx
    .select({
      definitionId: definition.id,
      flowKey: definition.key,
      flowName: definition.name,
      versionId: liveVersion.versionId,
    })
    .from(liveVersion)
    .innerJoin(definition, eq(definition.id, liveVersion.definitionId))
    .where(
      and(
        eq(liveVersion.environmentId, environmentId),
        eq(definition.kind, 'flow'),
        isNull(definition.archivedAt),
        definitionId === undefined ? undefined : eq(definition.id, definitionId),
      ),
    )
    .orderBy(definition.name);
  const problems = await problemsOfVersions(
    tx,
    live.map(({ versionId }) => versionId),
  );
  return live.flatMap(({ versionId, ...flow }) => {
    const problem = problems.get(versionId);
    if (problem === undefined) return [];
    return [{ ...flow, trouble: `its live version cannot be read, so it starts nothing: ${problem}` }];
  });
}
