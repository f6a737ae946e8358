import { and, eq, ne } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { connection } from '@throughline/core/db/schema/connection';
import { definition, liveVersion } from '@throughline/core/db/schema/definition';
import { run, triggerEvent } from '@throughline/core/db/schema/run';

/** Whether anything can arrive in an environment, and whether anything ever did: the facts behind an empty screen. */
export interface Presence {
  readonly connections: number;
  readonly liveFlows: number;
  /** At some time an event reached a flow here, or a run was started in another way. */
  readonly hasArrived: boolean;
  /** Events that are kept although no live flow listened for them. */
  readonly unclaimedEvents: number;
}

export const readPresence = async (tx: OrganisationTx, environmentId: string): Promise<Presence> => {
  const [flows, events, runs] = await Promise.all([
    tx
      .select({ id: liveVersion.id })
      .from(liveVersion)
      .innerJoin(definition, eq(definition.id, liveVersion.definitionId))
      .where(and(eq(liveVersion.environmentId, environmentId), eq(definition.kind, 'flow'))),
    tx
      .select({ id: triggerEvent.id })
      .from(triggerEvent)
      .where(and(eq(triggerEvent.environmentId, environmentId), ne(triggerEvent.state, 'unclaimed')))
      .limit(1),
    tx
      .select({ id: run.id })
      .from(run)
      .where(and(eq(run.environmentId, environmentId), eq(run.mode, 'live')))
      .limit(1),
  ]);
  return {
    connections: await tx.$count(connection, eq(connection.environmentId, environmentId)),
    liveFlows: flows.length,
    hasArrived: events.length > 0 || runs.length > 0,
    unclaimedEvents: await tx.$count(
      triggerEvent,
      and(eq(triggerEvent.environmentId, environmentId), eq(triggerEvent.state, 'unclaimed')),
    ),
  };
};
