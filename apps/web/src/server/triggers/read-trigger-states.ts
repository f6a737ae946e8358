import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import {
  changeCursor,
  connection,
  definition,
  liveVersion,
  triggerEvent,
  version,
} from '@throughline/core/db/schema/index';
import type { IgnoreReason } from '@throughline/core/db/schema/run';
import { storedDuration } from '@throughline/core/db/stored-duration';
import { troubleOf, type TriggerFacts } from './trouble-of.ts';

export interface TriggerState extends TriggerFacts {
  readonly definitionId: string;
  readonly flowKey: string;
  readonly flowName: string;
  readonly restartMessage: string | null;
  readonly lastHeardAt: Date | null;
  readonly lastFiredAt: Date | null;
  /** Counts the events of the last seven days. */
  readonly ignored: readonly { readonly reason: IgnoreReason; readonly count: number }[];
  /** What is wrong, in a sentence; null when nothing is. */
  readonly trouble: string | null;
}

const countedInterval = sql`interval '7 days'`;

/** The triggers of an environment that listen to a system's records, or that of one flow. */
export async function readTriggerStates(
  tx: OrganisationTx,
  environmentId: string,
  now: Date,
  definitionId?: string,
): Promise<TriggerState[]> {
  const triggers = await findTriggers(tx, environmentId, definitionId);
  const ids = triggers.map((row) => row.definitionId);
  const [waiting, ignored] = [await countWaiting(tx, environmentId, ids), await countIgnored(tx, environmentId, ids)];
  return triggers.map((row) => {
    const own = waiting.find((each) => each.definitionId === row.definitionId);
    const facts = { ...row, waiting: own === undefined ? null : { ...own, reason: own.reason } };
    return {
      ...facts,
      ignored: ignored
        .filter((each) => each.definitionId === row.definitionId)
        .map(({ reason, count }) => ({ reason, count })),
      trouble: troubleOf(facts, now) ?? null,
    };
  });
}

function findTriggers(tx: OrganisationTx, environmentId: string, definitionId: string | undefined) {
  const trigger = sql`${version.document}->'trigger'`;
  const every = storedDuration(sql`coalesce(${trigger}->>'every', 'PT1M')`, sql`null::interval`);
  const last = (condition: ReturnType<typeof sql>) =>
    sql<Date | null>`(
    select e.received_at from ${triggerEvent} e
    where e.environment_id = ${environmentId} and e.definition_id = ${definition.id} and ${condition}
    order by e.received_at desc limit 1)`.mapWith(triggerEvent.receivedAt);
  return tx
    .select({
      definitionId: definition.id,
      flowKey: definition.key,
      flowName: definition.name,
      kind: sql<'webhook' | 'change'>`${trigger}->>'kind'`,
      liveSince: liveVersion.updatedAt,
      polledAt: changeCursor.heardAt,
      everyMs: sql<number | null>`case when ${trigger}->>'kind' = 'change'
        then (extract(epoch from ${every}) * 1000)::float8 end`,
      failureMessage: changeCursor.failureMessage,
      failingSince: changeCursor.failingSince,
      restartedAt: changeCursor.restartedAt,
      restartedFrom: changeCursor.restartedFrom,
      restartMessage: changeCursor.restartMessage,
      hookRefusedAt: connection.hookRefusedAt,
      hookRefusal: connection.hookRefusal,
      lastHeardAt: last(sql`true`),
      lastFiredAt: last(sql`e.state = 'started'`),
    })
    .from(liveVersion)
    .innerJoin(version, eq(version.id, liveVersion.versionId))
    .innerJoin(definition, eq(definition.id, liveVersion.definitionId))
    .leftJoin(
      connection,
      and(eq(connection.environmentId, environmentId), sql`${connection.key} = ${trigger}->>'connection'`),
    )
    .leftJoin(
      changeCursor,
      and(
        eq(changeCursor.environmentId, environmentId),
        eq(changeCursor.definitionId, definition.id),
        // The flow may have followed another object before, or received this one in another way.
        eq(changeCursor.connectionId, connection.id),
        sql`${changeCursor.object} = ${trigger}->>'object' and ${trigger}->>'kind' = 'change'`,
      ),
    )
    .where(
      and(
        eq(liveVersion.environmentId, environmentId),
        eq(definition.kind, 'flow'),
        isNull(definition.archivedAt),
        sql`${trigger}->>'kind' in ('webhook', 'change')`,
        definitionId === undefined ? undefined : eq(definition.id, definitionId),
      ),
    )
    .orderBy(definition.name);
}

async function countWaiting(tx: OrganisationTx, environmentId: string, definitionIds: readonly string[]) {
  if (definitionIds.length === 0) return [];
  const rows = await tx
    .select({
      definitionId: triggerEvent.definitionId,
      count: sql<number>`count(*)::int`,
      oldestAt: sql<Date>`min(${triggerEvent.receivedAt})`.mapWith(triggerEvent.receivedAt),
      reason: sql<string | null>`(array_agg(${triggerEvent.failureMessage} order by ${triggerEvent.receivedAt})
        filter (where ${triggerEvent.failureMessage} is not null))[1]`,
    })
    .from(triggerEvent)
    .where(
      and(
        eq(triggerEvent.environmentId, environmentId),
        inArray(triggerEvent.definitionId, [...definitionIds]),
        eq(triggerEvent.state, 'waiting'),
      ),
    )
    .groupBy(triggerEvent.definitionId);
  return rows;
}

async function countIgnored(tx: OrganisationTx, environmentId: string, definitionIds: readonly string[]) {
  if (definitionIds.length === 0) return [];
  const rows = await tx
    .select({
      definitionId: triggerEvent.definitionId,
      reason: triggerEvent.reason,
      count: sql<number>`count(*)::int`,
    })
    .from(triggerEvent)
    .where(
      and(
        eq(triggerEvent.environmentId, environmentId),
        inArray(triggerEvent.definitionId, [...definitionIds]),
        eq(triggerEvent.state, 'ignored'),
        sql`${triggerEvent.receivedAt} > now() - ${countedInterval}`,
      ),
    )
    .groupBy(triggerEvent.definitionId, triggerEvent.reason);
  return rows.map(({ reason, ...row }) => ({ ...row, reason: reason ?? 'condition' }));
}
