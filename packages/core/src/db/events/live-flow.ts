import { and, eq, isNull } from 'drizzle-orm';
import { flowSchema, type FlowDocument } from '../../flow/definition.ts';
import type { OrganisationTx } from '../client.ts';
import { definition, liveVersion, version } from '../schema/index.ts';

export interface LiveFlow {
  readonly flow: FlowDocument;
  readonly versionId: string;
}

/** The flow that is live in an environment, or undefined. */
export async function findLiveFlow(
  tx: OrganisationTx,
  environmentId: string,
  definitionId: string,
): Promise<LiveFlow | undefined> {
  const [row] = await tx
    .select({ document: version.document, versionId: version.id })
    .from(liveVersion)
    .innerJoin(version, eq(version.id, liveVersion.versionId))
    .innerJoin(definition, eq(definition.id, liveVersion.definitionId))
    .where(
      and(
        eq(liveVersion.environmentId, environmentId),
        eq(liveVersion.definitionId, definitionId),
        eq(definition.kind, 'flow'),
        isNull(definition.archivedAt),
      ),
    );
  return row === undefined ? undefined : { flow: flowSchema.parse(row.document), versionId: row.versionId };
}
