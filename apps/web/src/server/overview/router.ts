import { listConnections } from '@throughline/core/db/connections/load-connection';
import { webEnv } from '../env.ts';
import { groupExceptions } from '../exceptions/group-exceptions.ts';
import { readHealth } from '../health/read-health.ts';
import { listReleases } from '../releases/list-releases.ts';
import { listRuns } from '../runs/list-runs.ts';
import { maskedRow } from '../personal-data/masked-row.ts';
import { maskedRuns } from '../personal-data/masked-runs.ts';
import { shownTo } from '../personal-data/shown-to.ts';
import { environmentProcedureFor, procedureFor, router } from '../trpc/procedures.ts';
import { readActivity } from './read-activity.ts';
import { readFigures } from './read-figures.ts';
import { readPresence } from './read-presence.ts';
import { startOfDay } from './start-of-day.ts';

const few = { page: 1, pageSize: 6 };

export const overviewRouter = router({
  /** Figures for today in the organisation's time zone, and what is waiting. */
  figures: environmentProcedureFor().query(({ ctx }) =>
    ctx.inOrganisation(async (tx) => {
      const [now, environmentId] = [new Date(), ctx.environment.id];
      const today = startOfDay(now, ctx.organisation.timeZone);
      const causes = await groupExceptions(tx, { environmentId, text: '', filter: 'open' });
      return {
        ...(await readFigures(tx, environmentId, today, now)),
        presence: await readPresence(tx, environmentId),
        causes: shownTo(ctx, causes.slice(0, few.pageSize), (rows) =>
          rows.map((row) => maskedRow(row, { texts: ['message'] })),
        ),
        activity: await readActivity(tx, environmentId, now),
        connections: await listConnections(tx, environmentId),
      };
    }),
  ),

  /** Whether anything can arrive here, and whether anything did. */
  presence: environmentProcedureFor().query(({ ctx }) =>
    ctx.inOrganisation((tx) => readPresence(tx, ctx.environment.id)),
  ),

  recent: environmentProcedureFor().query(({ ctx }) =>
    ctx.inOrganisation(async (tx) => {
      const environmentId = ctx.environment.id;
      const runs = await listRuns(tx, { environmentId, text: '', states: [], mode: 'live', ...few });
      return {
        runs: shownTo(ctx, runs, maskedRuns).rows,
        releases: (await listReleases(tx, { environmentId, ...few })).rows,
      };
    }),
  ),

  health: procedureFor().query(({ ctx }) => readHealth(ctx.database, webEnv().sandboxUrls)),
});
