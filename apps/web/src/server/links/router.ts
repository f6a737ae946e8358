import { z } from 'zod';
import { pageFields } from '../paging.ts';
import { maskedRow } from '../personal-data/masked-row.ts';
import { shownTo } from '../personal-data/shown-to.ts';
import { environmentProcedureFor, router } from '../trpc/procedures.ts';
import { findLinks, type LinkedIdentity } from './find-links.ts';
import { loadIdentity } from './load-identity.ts';

export const linksRouter = router({
  find: environmentProcedureFor()
    .input(z.object({ text: z.string().trim().max(200).default(''), entity: z.string().optional(), ...pageFields }))
    .query(async ({ ctx, input }) => {
      const found = await ctx.inOrganisation((tx) => findLinks(tx, { ...input, environmentId: ctx.environment.id }));
      return shownTo(ctx, found, ({ rows, ...rest }) => ({ ...rest, rows: rows.map(withMaskedRecords) }));
    }),

  identity: environmentProcedureFor()
    .input(z.object({ entity: z.string(), canonicalId: z.string() }))
    .query(async ({ ctx, input }) => {
      const { entity, canonicalId } = input;
      const found = await ctx.inOrganisation((tx) => loadIdentity(tx, ctx.environment.id, entity, canonicalId));
      return shownTo(ctx, found, (identity) => ({
        ...withMaskedRecords(identity),
        runs: identity.runs.map((row) => maskedRow(row, { texts: ['businessLabel'] })),
      }));
    }),
});

const withMaskedRecords = <Identity extends Pick<LinkedIdentity, 'records'>>(identity: Identity): Identity => ({
  ...identity,
  records: identity.records.map((row) => maskedRow(row, { texts: ['label'] })),
});
