import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { OrganisationTx } from '@throughline/core/db';
import { exception, run, version } from '@throughline/core/db/schema/index';
import { storedRetention } from './stored-retention.ts';

/** Whatever a flow says, the engine gets this long to complete its own records of a run. */
const shortest = sql`interval '1 hour'`;

/**
 * Finds runs of an environment that have ended, whose retention has passed and whose data nobody needs: they have no
 * open exception, no run under way was called by them, and no run that called or repeats them could be repeated. Their
 * flow's own setting decides, as of the version that they ran.
 */
export async function findExpiredRuns(
  tx: OrganisationTx,
  { environmentId, now, limit }: { readonly environmentId: string; readonly now: Date; readonly limit: number },
): Promise<string[]> {
  const settings = sql`coalesce(${version.document}, ${run.draftDocument})->'settings'`;
  const retention = sql`greatest(${storedRetention(settings)}, ${shortest})`;
  const rows = await tx
    .select({ id: run.id })
    .from(run)
    .leftJoin(version, eq(version.id, run.versionId))
    .where(
      and(
        eq(run.environmentId, environmentId),
        isNotNull(run.finishedAt),
        isNull(run.dataRemovedAt),
        sql`${run.finishedAt} < ${now.toISOString()}::timestamptz - ${retention}`,
        sql`not exists ${openExceptionOf(tx)}`,
        sql`not exists ${activeCalledBy(tx)}`,
        sql`not exists ${callerOf(tx)}`,
        sql`not exists ${repetitionOf(tx)}`,
      ),
    )
    .orderBy(asc(run.finishedAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

const openExceptionOf = (tx: OrganisationTx) =>
  tx
    .select({ id: exception.id })
    .from(exception)
    .where(
      sql`${exception.state} <> 'resolved' and (${exception.runId} = ${run.id} or ${exception.replayRunId} = ${run.id})`,
    );

/**
 * A run that can be repeated once more, which must then know what the runs before it announced. That run is kept for one
 * that repeats it in turn, so looking one step ahead is enough.
 */
const repetitionOf = (tx: OrganisationTx) => {
  const later = alias(run, 'later');
  return tx
    .select({ id: later.id })
    .from(later)
    .where(sql`${later.replayOfRunId} = ${run.id} and ${later.dataRemovedAt} is null`);
};

/** Its caller reads the result of a run that is under way. */
const activeCalledBy = (tx: OrganisationTx) => {
  const called = alias(run, 'called');
  return tx
    .select({ id: called.id })
    .from(called)
    .where(sql`${called.finishedAt} is null and ${called.parentRunId} = ${run.id}`);
};

/** A replay of the caller calls again, and must then know what the called run announced. */
const callerOf = (tx: OrganisationTx) => {
  const caller = alias(run, 'caller');
  return tx
    .select({ id: caller.id })
    .from(caller)
    .where(sql`${caller.id} = ${run.parentRunId} and ${caller.dataRemovedAt} is null`);
};
