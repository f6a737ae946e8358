import { z } from 'zod';
import { rollBackRelease } from '@throughline/core/db/changes/roll-back-release';
import { checks } from '../checks.ts';
import { pageFields } from '../paging.ts';
import { environmentProcedureFor, router } from '../trpc/procedures.ts';
import { listReleases, requireRelease } from './list-releases.ts';
import { previewRollBack } from './preview-roll-back.ts';

export const releasesRouter = router({
  list: environmentProcedureFor()
    .input(z.object(pageFields))
    .query(({ ctx, input }) =>
      ctx.inOrganisation((tx) => listReleases(tx, { ...input, environmentId: ctx.environment.id })),
    ),

  previewRollBack: environmentProcedureFor()
    .input(z.object({ releaseId: z.uuid() }))
    .query(({ ctx, input }) =>
      ctx.inOrganisation((tx) => previewRollBack(tx, { ...input, environment: ctx.environment }, checks)),
    ),

  rollBack: environmentProcedureFor('approver')
    .input(z.object({ releaseId: z.uuid(), note: z.string().trim().min(1, 'Say why').max(1000) }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation(async (tx) => {
        await requireRelease(tx, ctx.environment.id, input.releaseId);
        return rollBackRelease(tx, { ...input, rolledBackBy: ctx.person.id }, checks);
      }),
    ),
});
