import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { definition, liveVersion, version } from '@throughline/core/db/schema/index';
import { readTriggers, type ReadTriggers } from './read-triggers.ts';

export type TriggerQuestion =
  | { readonly kind: 'event'; readonly type: string }
  | { readonly kind: 'webhook'; readonly connection: string };

/** Flows published in an environment whose trigger is this one. */
export async function findTriggeredFlows(
  tx: OrganisationTx,
  environmentId: string,
  question: TriggerQuestion,
): Promise<ReadTriggers<{ readonly definitionId: string }>> {
  const trigger = sql`${version.document}->'trigger'`;
  const matches =
    question.kind === 'event'
      ? sql`${trigger}->>'type' = ${question.type}`
      : sql`${trigger}->>'connection' = ${question.connection}`;
  const rows = await tx
    .select({ flow: { definitionId: definition.id }, trigger: sql<unknown>`${trigger}` })
    .from(liveVersion)
    .innerJoin(version, eq(version.id, liveVersion.versionId))
    .innerJoin(definition, eq(definition.id, liveVersion.definitionId))
    .where(
      and(
        eq(liveVersion.environmentId, environmentId),
        eq(definition.kind, 'flow'),
        isNull(definition.archivedAt),
        sql`${trigger}->>'kind' = ${question.kind}`,
        matches,
      ),
    )
    .orderBy(asc(definition.id));
  return readTriggers(rows);
}
