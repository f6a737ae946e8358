import { z } from 'zod';
import { jsonValue } from '../json-value.ts';
import { pageFields } from '../paging.ts';
import { maskedException } from '../personal-data/masked-exception.ts';
import { maskedRow } from '../personal-data/masked-row.ts';
import { shownTo } from '../personal-data/shown-to.ts';
import { environmentProcedureFor, router } from '../trpc/procedures.ts';
import { adoptExceptionRecord } from './adopt-exception-record.ts';
import { assignExceptions } from './assign-exceptions.ts';
import { exceptionFilters } from './exception-filters.ts';
import { groupExceptions } from './group-exceptions.ts';
import { listExceptions } from './list-exceptions.ts';
import { loadException } from './load-exception.ts';
import { replayExceptions } from './replay-exceptions.ts';
import { resolveExceptions } from './resolve-exceptions.ts';

const query = {
  text: z.string().trim().max(200).default(''),
  filter: z.enum(exceptionFilters).default('open'),
  code: z.string().max(200).optional(),
  owner: z.string().max(200).optional(),
};
const exceptionIds = z.array(z.uuid()).min(1).max(500);
const reason = z.string().trim().min(1, 'Say why').max(1000);

export const exceptionsRouter = router({
  list: environmentProcedureFor()
    .input(z.object({ ...query, ...pageFields }))
    .query(async ({ ctx, input }) => {
      const found = await ctx.inOrganisation((tx) =>
        listExceptions(tx, { ...input, environmentId: ctx.environment.id }),
      );
      const texts = ['businessLabel', 'message', 'resolutionReason'] as const;
      return shownTo(ctx, found, ({ rows, ...rest }) => ({
        ...rest,
        rows: rows.map((row) => maskedRow(row, { texts })),
      }));
    }),

  groups: environmentProcedureFor()
    .input(z.object(query))
    .query(async ({ ctx, input }) => {
      const groups = await ctx.inOrganisation((tx) =>
        groupExceptions(tx, { ...input, environmentId: ctx.environment.id }),
      );
      return shownTo(ctx, groups, (rows) => rows.map((row) => maskedRow(row, { texts: ['message'] })));
    }),

  one: environmentProcedureFor()
    .input(z.object({ exceptionId: z.uuid('This is not the id of an exception') }))
    .query(async ({ ctx, input }) => {
      const found = await ctx.inOrganisation((tx) => loadException(tx, ctx.environment.id, input.exceptionId));
      return shownTo(ctx, found, maskedException);
    }),

  assign: environmentProcedureFor('operator')
    .input(z.object({ exceptionIds, ownerUserId: z.string().max(200).nullable() }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) =>
        assignExceptions(tx, { ...input, environmentId: ctx.environment.id, assignedBy: ctx.person.id }),
      ),
    ),

  resolve: environmentProcedureFor('operator')
    .input(z.object({ exceptionIds, reason }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) =>
        resolveExceptions(tx, { ...input, environmentId: ctx.environment.id, resolvedBy: ctx.person.id }),
      ),
    ),

  replay: environmentProcedureFor('operator')
    .input(z.object({ exceptionIds, reason }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) =>
        replayExceptions(tx, { ...input, environmentId: ctx.environment.id, startedBy: ctx.person.id }),
      ),
    ),

  adopt: environmentProcedureFor('operator')
    .input(z.object({ exceptionId: z.uuid(), externalId: z.string().trim().min(1, 'Give the id').max(255), reason }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) =>
        adoptExceptionRecord(tx, { ...input, environmentId: ctx.environment.id, startedBy: ctx.person.id }),
      ),
    ),

  replayEdited: environmentProcedureFor('operator')
    .input(z.object({ exceptionId: z.uuid(), payload: jsonValue, reason }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) =>
        replayExceptions(tx, {
          exceptionIds: [input.exceptionId],
          payload: { data: input.payload },
          reason: input.reason,
          environmentId: ctx.environment.id,
          startedBy: ctx.person.id,
        }),
      ),
    ),
});
