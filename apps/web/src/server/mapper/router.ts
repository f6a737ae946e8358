import { z } from 'zod';
import { maskedRow } from '../personal-data/masked-row.ts';
import { shownTo } from '../personal-data/shown-to.ts';
import { environmentProcedureFor, router } from '../trpc/procedures.ts';
import { listMappingSamples } from './list-mapping-samples.ts';

export const mapperRouter = router({
  /** The inputs of the mapping in recent runs. */
  samples: environmentProcedureFor()
    .input(z.object({ key: z.string() }))
    .query(async ({ ctx, input }) => {
      const samples = await ctx.inOrganisation((tx) => listMappingSamples(tx, ctx.environment.id, input.key));
      return shownTo(ctx, samples, (rows) => rows.map((row) => maskedRow(row, { data: ['input'], texts: ['label'] })));
    }),
});
