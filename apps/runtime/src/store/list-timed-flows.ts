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

export interface TimedFlows {
  readonly flows: readonly TimedFlow[];
  /** Flows whose stored trigger this release cannot read. They must not stop those of others. */
  readonly unreadable: readonly { readonly definitionId: string; readonly problem: string }[];
}

/** Lists published flows, of every organisation, that this process itself must start: by polling or by the clock. */
export async function listTimedFlows(tx: SystemTx): Promise<TimedFlows> {
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
  const flows: TimedFlow[] = [];
  const unreadable: { definitionId: string; problem: string }[] = [];
  for (const { trigger: document, ...flow } of rows) {
    const parsed = triggerSchema.safeParse(document);
    if (!parsed.success) unreadable.push({ definitionId: flow.definitionId, problem: parsed.error.message });
    else if (parsed.data.kind === 'change' || parsed.data.kind === 'schedule') {
      flows.push({ ...flow, trigger: parsed.data });
    }
  }
  return { flows, unreadable };
}
