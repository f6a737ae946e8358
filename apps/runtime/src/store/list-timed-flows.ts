import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { SystemTx } from '@throughline/core/db';
import type { Trigger } from '@throughline/core/flow';
import { definition, liveVersion, version } from '@throughline/core/db/schema/index';
import { readTriggers, type UnreadableTrigger } from './read-triggers.ts';

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
  readonly unreadable: readonly UnreadableTrigger[];
}

/** Lists published flows, of every organisation, that this process itself must start: by polling or by the clock. */
export async function listTimedFlows(tx: SystemTx): Promise<TimedFlows> {
  const trigger = sql<unknown>`${version.document}->'trigger'`;
  const kind = sql<string>`${version.document}->'trigger'->>'kind'`;
  const rows = await tx
    .select({
      flow: {
        organisationId: definition.organisationId,
        environmentId: liveVersion.environmentId,
        definitionId: definition.id,
        liveSince: liveVersion.updatedAt,
      },
      trigger,
    })
    .from(liveVersion)
    .innerJoin(version, eq(version.id, liveVersion.versionId))
    .innerJoin(definition, eq(definition.id, liveVersion.definitionId))
    .where(and(eq(definition.kind, 'flow'), isNull(definition.archivedAt), inArray(kind, ['change', 'schedule'])));
  const { flows, unreadable } = readTriggers(rows);
  return { flows: flows.filter(isTimed), unreadable };
}

const isTimed = (flow: Omit<TimedFlow, 'trigger'> & { readonly trigger: Trigger }): flow is TimedFlow =>
  flow.trigger.kind === 'change' || flow.trigger.kind === 'schedule';
