import { and, eq, gte, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { run } from '@throughline/core/db/schema/run';

export interface ActivityHour {
  readonly at: Date;
  readonly succeeded: number;
  readonly failed: number;
  readonly other: number;
}

const hourMs = 3_600_000;
export const activityHours = 24;

/** Live runs per hour over the last 24 hours, oldest first, including hours without a run. */
export const readActivity = async (tx: OrganisationTx, environmentId: string, now: Date): Promise<ActivityHour[]> => {
  const lastMs = Math.floor(now.getTime() / hourMs) * hourMs;
  const firstMs = lastMs - (activityHours - 1) * hourMs;
  const hour = sql<Date>`date_trunc('hour', ${run.createdAt})`.mapWith(run.createdAt).as('hour');
  const rows = await tx
    .select({
      hour,
      succeeded: sql<number>`(count(*) filter (where ${run.state} = 'succeeded'))::int`,
      failed: sql<number>`(count(*) filter (where ${run.state} = 'failed'))::int`,
      total: sql<number>`count(*)::int`,
    })
    .from(run)
    .where(and(eq(run.environmentId, environmentId), eq(run.mode, 'live'), gte(run.createdAt, new Date(firstMs))))
    .groupBy(sql`hour`);
  return Array.from({ length: activityHours }, (_, index) => {
    const at = new Date(firstMs + index * hourMs);
    const row = rows.find((each) => each.hour.getTime() === at.getTime());
    if (row === undefined) return { at, succeeded: 0, failed: 0, other: 0 };
    return { at, succeeded: row.succeeded, failed: row.failed, other: row.total - row.succeeded - row.failed };
  });
};
