import { z } from 'zod';
import { movedSettings } from '@throughline/core/connector/moved-settings';
import { createConnection } from '@throughline/core/db/connections/create-connection';
import { deleteConnection } from '@throughline/core/db/connections/delete-connection';
import { listConnections, loadConnection } from '@throughline/core/db/connections/load-connection';
import { setConnectionState } from '@throughline/core/db/connections/set-connection-state';
import { updateConnection } from '@throughline/core/db/connections/update-connection';
import { requestConnectionTest } from '@throughline/core/db/runs/engine-request';
import { keySchema } from '@throughline/core/flow/steps/step-kind';
import { environmentProcedureFor, router } from '../trpc/procedures.ts';
import { authMethodOf, checkFields, manifestOf, refuseFieldProblems, refuseKeptSecrets } from './manifest-fields.ts';
import { requireConnection } from './require-connection.ts';
import { webKeyRing } from './web-key-ring.ts';
import { databaseInteger } from '../database-integer.ts';
import { jsonValue } from '../json-value.ts';

const name = z.string().trim().min(1, 'A name is needed').max(120);
const settings = z.record(z.string(), jsonValue);
const key = z.string();

export const connectionsRouter = router({
  list: environmentProcedureFor().query(({ ctx }) =>
    ctx.inOrganisation((tx) => listConnections(tx, ctx.environment.id)),
  ),

  one: environmentProcedureFor()
    .input(z.object({ key }))
    .query(({ ctx, input }) =>
      ctx.inOrganisation((tx) => loadConnection(tx, { environmentId: ctx.environment.id, key: input.key })),
    ),

  create: environmentProcedureFor('admin')
    .input(
      z.object({
        // The address of the page for a new connection.
        key: keySchema.refine((key) => key !== 'new', 'Choose another key than “new”'),
        name,
        system: z.string(),
        settings,
        authMethod: z.string(),
        secrets: z.record(z.string(), z.string()),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const manifest = manifestOf(input.system);
      const method = authMethodOf(manifest, input.authMethod);
      refuseFieldProblems([
        ...checkFields(manifest.settings, input.settings),
        ...checkFields(method.fields, input.secrets),
      ]);
      const keyRing = await webKeyRing();
      const { environment: _key, ...columns } = input;
      return ctx.inOrganisation((tx) =>
        createConnection(tx, { ...columns, environmentId: ctx.environment.id, createdBy: ctx.person.id }, keyRing),
      );
    }),

  update: environmentProcedureFor('admin')
    .input(
      z.object({
        connectionId: z.uuid(),
        expectedRevision: databaseInteger,
        name,
        settings,
        authMethod: z.string(),
        /** Only new values; null removes one. */
        secrets: z.record(z.string(), z.string().nullable()),
      }),
    )
    .mutation(async ({ ctx, input: { environment: _key, ...input } }) => {
      const keyRing = await webKeyRing();
      return ctx.inOrganisation(async (tx) => {
        const known = await requireConnection(tx, ctx.environment.id, input.connectionId);
        const manifest = manifestOf(known.system);
        const method = authMethodOf(manifest, input.authMethod);
        const kept = input.authMethod === known.authMethod ? known.secretFields : [];
        const isSet = new Set(kept.filter((field) => input.secrets[field] !== null));
        refuseFieldProblems([
          ...checkFields(manifest.settings, input.settings),
          ...checkFields(method.fields, input.secrets, isSet),
        ]);
        const moved = movedSettings(manifest.settings, known.settings, input.settings);
        refuseKeptSecrets(
          moved,
          method.fields,
          kept.filter((field) => input.secrets[field] === undefined),
        );
        const settingsSchema = manifest.settings;
        return updateConnection(tx, { ...input, settingsSchema, updatedBy: ctx.person.id }, keyRing);
      });
    }),

  test: environmentProcedureFor('admin', 'operator', 'analyst')
    .input(z.object({ connectionId: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      await ctx.inOrganisation((tx) => requireConnection(tx, ctx.environment.id, input.connectionId));
      const frame = {
        organisationId: ctx.organisation.id,
        environmentId: ctx.environment.id,
        requestedBy: ctx.person.id,
      };
      return requestConnectionTest(ctx.database, frame, input.connectionId);
    }),

  pause: environmentProcedureFor('admin', 'operator')
    .input(z.object({ connectionId: z.uuid(), isPaused: z.boolean() }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation(async (tx) => {
        await requireConnection(tx, ctx.environment.id, input.connectionId);
        await setConnectionState(tx, {
          connectionId: input.connectionId,
          state: input.isPaused ? 'paused' : 'untested',
          message: input.isPaused ? `Paused by ${ctx.person.name}.` : undefined,
          setBy: ctx.person.id,
        });
      }),
    ),

  delete: environmentProcedureFor('admin')
    .input(z.object({ connectionId: z.uuid() }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation(async (tx) => {
        await requireConnection(tx, ctx.environment.id, input.connectionId);
        await deleteConnection(tx, { connectionId: input.connectionId, deletedBy: ctx.person.id });
      }),
    ),
});
