import { and, desc, eq, inArray, or } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { definition } from '@throughline/core/db/schema/definition';
import { delivery, run } from '@throughline/core/db/schema/run';
import { Refusal } from '../trpc/refusal.ts';
import { loadRecords } from './find-links.ts';

const mostRuns = 50;

/** One canonical identity: its records in the systems, and the runs that touched them. */
export const loadIdentity = async (tx: OrganisationTx, environmentId: string, entity: string, canonicalId: string) => {
  const records = await loadRecords(tx, environmentId, [{ entity, canonicalId }]);
  if (records.length === 0) {
    throw new Refusal(
      'not-found',
      'LINK_NOT_FOUND',
      `No record is linked to the ${entity} “${canonicalId}” in this environment.`,
    );
  }
  const runIds = records.flatMap(({ createdByRunId }) => (createdByRunId === null ? [] : [createdByRunId]));
  const touched = or(
    ...records.map((record) =>
      and(
        eq(delivery.connectionId, record.connectionId),
        eq(delivery.object, record.object),
        eq(delivery.externalId, record.externalId),
      ),
    ),
  );
  const delivered = await tx.selectDistinct({ runId: delivery.runId }).from(delivery).where(touched);
  const all = [...new Set([...runIds, ...delivered.map(({ runId }) => runId)])];
  return {
    entity,
    canonicalId,
    records,
    runs: await tx
      .select({
        id: run.id,
        state: run.state,
        businessKey: run.businessKey,
        businessLabel: run.businessLabel,
        createdAt: run.createdAt,
        flowName: definition.name,
      })
      .from(run)
      .leftJoin(definition, eq(definition.id, run.definitionId))
      .where(inArray(run.id, all))
      .orderBy(desc(run.createdAt))
      .limit(mostRuns),
  };
};
