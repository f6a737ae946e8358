import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { SystemTx } from '@throughline/core/db';
import { triggerSchema, type Trigger } from '@throughline/core/flow';
import { definition, liveVersion, version } from '@throughline/core/db/schema/index';

export interface TimedFlow {
  readonly organisationId: string;
  readonly environmentId: string;
  readonly definitionId: string;
  readonly liveSince: Date;
  readonly trigger: Extract<Trigger, { kind: 'change' | 'schedule' }>;
}

/** Lists published flows, of every organisation, that this process itself must start: by polling or by the clock. */
export async function listTimedFlows(tx: SystemTx): Promise<TimedFlow[]> {
  const trigger = sql<unknown>`${version.document}->'trigger'`;
  const kind = sql<string>`${version.document}->'trigger'->>'kind'`;
  const rows = await tx
    .select({
      organisationId: definition.organisationId,
      environmentId: liveVersion.environmentId,
      definitionId: definition.id,
      liveSince: liveVersion.updatedAt,
      trigger,
    })
    .from(liveVersion)
    .innerJoin(version, eq(version.id, liveVersion.versionId))
    .innerJoin(definition, eq(definition.id, liveVersion.definitionId))
    .where(and(eq(definition.kind, 'flow'), isNull(definition.archivedAt), inArray(kind, ['change', 'schedule'])));
  return rows.flatMap(({ trigger: document, ...flow }) => {
    const parsed = triggerSchema.parse(document);
    return parsed.kind === 'change' || parsed.kind === 'schedule' ? [{ ...flow, trigger: parsed }] : [];
  });
}
