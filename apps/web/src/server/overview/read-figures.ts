import { and, eq, gte, inArray, isNull, lt, ne, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { exception, publishedEvent, run } from '@throughline/core/db/schema/run';

/** The event that means that a deal has become a project. */
const activatedType = 'project.activated';
/** A run that is still active after this long is worth checking. */
const stuckAfterMs = 15 * 60_000;

/** What has moved since `since`, and what is stuck. */
export const readFigures = async (tx: OrganisationTx, environmentId: string, since: Date, now: Date) => {
  const live = and(eq(run.environmentId, environmentId), eq(run.mode, 'live'));
  const open = and(eq(exception.environmentId, environmentId), ne(exception.state, 'resolved'));
  const states = await tx
    .select({ state: run.state, count: sql<number>`count(*)::int` })
    .from(run)
    .where(and(live, gte(run.createdAt, since)))
    .groupBy(run.state);
  const countOf = (state: string): number => states.find((each) => each.state === state)?.count ?? 0;
  return {
    ...(await readActivations(tx, environmentId, since)),
    runs: {
      total: states.reduce((sum, { count }) => sum + count, 0),
      succeeded: countOf('succeeded'),
      failed: countOf('failed'),
    },
    stuck: {
      openExceptions: await tx.$count(exception, open),
      /** Live runs that have not ended; their records are not delivered yet. */
      runsUnderWay: await tx.$count(run, and(live, inArray(run.state, ['queued', 'running', 'waiting']))),
      unownedExceptions: await tx.$count(exception, and(open, isNull(exception.ownerUserId))),
      slowRuns: await tx.$count(
        run,
        and(live, inArray(run.state, ['queued', 'running']), lt(run.createdAt, new Date(now.getTime() - stuckAfterMs))),
      ),
    },
  };
};

const readActivations = async (tx: OrganisationTx, environmentId: string, since: Date) => {
  const [activations] = await tx
    .select({
      activated: sql<number>`count(*)::int`,
      /** Runs from the moment the deal was won, if the event contains it, to the published activation. */
      medianActivationMs: sql<number | null>`(percentile_cont(0.5) within group (
        order by extract(epoch from ${publishedEvent.createdAt} - coalesce(${run.occurredAt}, ${run.createdAt}))) * 1000)::float8`,
    })
    .from(publishedEvent)
    .innerJoin(run, eq(run.id, publishedEvent.runId))
    .where(
      and(
        eq(publishedEvent.environmentId, environmentId),
        eq(publishedEvent.type, activatedType),
        gte(publishedEvent.createdAt, since),
      ),
    );
  return { activated: activations?.activated ?? 0, medianActivationMs: activations?.medianActivationMs ?? null };
};
