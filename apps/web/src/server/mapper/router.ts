import { z } from 'zod';
import { environmentProcedureFor, router } from '../trpc/procedures.ts';
import { listMappingSamples } from './list-mapping-samples.ts';

export const mapperRouter = router({
  /** The inputs of the mapping in recent runs. */
  samples: environmentProcedureFor()
    .input(z.object({ key: z.string() }))
    .query(({ ctx, input }) => ctx.inOrganisation((tx) => listMappingSamples(tx, ctx.environment.id, input.key))),
});
