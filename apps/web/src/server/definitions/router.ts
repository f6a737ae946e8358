import { z } from 'zod';
import { createDefinition } from '@throughline/core/db/definitions/create-definition';
import { updateDefinition } from '@throughline/core/db/definitions/update-definition';
import { definitionKinds } from '@throughline/core/db/schema/definition';
import { keySchema } from '@throughline/core/flow/steps/step-kind';
import { pageFields } from '../paging.ts';
import { environmentProcedureFor, procedureFor, router } from '../trpc/procedures.ts';
import { definitionFilters } from './definition-filters.ts';
import { listDefinitions } from './list-definitions.ts';
import { startingDocument } from './starting-document.ts';

const name = z.string().trim().min(1, 'A name is needed').max(120);
const description = z.string().trim().max(4000);

export const definitionsRouter = router({
  list: environmentProcedureFor()
    .input(
      z.object({
        kinds: z.array(z.enum(definitionKinds)).min(1),
        text: z.string().trim().max(200).default(''),
        filter: z.enum(definitionFilters).default('all'),
        ...pageFields,
      }),
    )
    .query(({ ctx, input }) =>
      ctx.inOrganisation((tx) => listDefinitions(tx, { ...input, environmentId: ctx.environment.id })),
    ),

  create: procedureFor('analyst')
    .input(
      z.object({
        kind: z.enum(['flow', 'mapping', 'value-map']),
        key: keySchema,
        name,
        description: description.default(''),
      }),
    )
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) =>
        createDefinition(tx, { ...input, document: startingDocument(input.kind), createdBy: ctx.person.id }),
      ),
    ),

  update: procedureFor('analyst')
    .input(
      z.object({
        definitionId: z.uuid(),
        name: name.optional(),
        description: description.optional(),
        ownerUserId: z.string().nullable().optional(),
      }),
    )
    .mutation(({ ctx, input: { definitionId, ...given } }) => {
      const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      return ctx.inOrganisation((tx) => updateDefinition(tx, { ...changes, definitionId, updatedBy: ctx.person.id }));
    }),
});
