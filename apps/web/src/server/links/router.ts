import { z } from 'zod';
import { pageFields } from '../paging.ts';
import { environmentProcedureFor, router } from '../trpc/procedures.ts';
import { findLinks } from './find-links.ts';
import { loadIdentity } from './load-identity.ts';

export const linksRouter = router({
  find: environmentProcedureFor()
    .input(z.object({ text: z.string().trim().max(200).default(''), entity: z.string().optional(), ...pageFields }))
    .query(({ ctx, input }) =>
      ctx.inOrganisation((tx) => findLinks(tx, { ...input, environmentId: ctx.environment.id })),
    ),

  identity: environmentProcedureFor()
    .input(z.object({ entity: z.string(), canonicalId: z.string() }))
    .query(({ ctx, input }) =>
      ctx.inOrganisation((tx) => loadIdentity(tx, ctx.environment.id, input.entity, input.canonicalId)),
    ),
});
