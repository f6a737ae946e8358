import { z } from 'zod';
import { environmentProcedureFor, router } from '../trpc/procedures.ts';
import { searchEverything } from './search-everything.ts';

export const searchRouter = router({
  everything: environmentProcedureFor()
    .input(z.object({ text: z.string().trim().min(2).max(200) }))
    .query(({ ctx, input }) => ctx.inOrganisation((tx) => searchEverything(tx, ctx.environment.id, input.text))),
});
