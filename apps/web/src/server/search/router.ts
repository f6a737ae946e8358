import { z } from 'zod';
import { maskedRow } from '../personal-data/masked-row.ts';
import { shownTo } from '../personal-data/shown-to.ts';
import { environmentProcedureFor, router } from '../trpc/procedures.ts';
import { searchEverything } from './search-everything.ts';

export const searchRouter = router({
  everything: environmentProcedureFor()
    .input(z.object({ text: z.string().trim().min(2).max(200) }))
    .query(async ({ ctx, input }) => {
      const found = await ctx.inOrganisation((tx) => searchEverything(tx, ctx.environment.id, input.text));
      return shownTo(ctx, found, (rows) => rows.map((row) => maskedRow(row, { texts: ['label'] })));
    }),
});
