import { z } from 'zod';
import { checkSubmission, loadSubmission } from '@throughline/core/db/changes/check-submission';
import { testContent } from '@throughline/core/db/changes/tested-content';
import { createDefinition } from '@throughline/core/db/definitions/create-definition';
import { draftState } from '@throughline/core/db/definitions/draft-state';
import { keySchema } from '@throughline/core/flow/steps/step-kind';
import { schemaRef, type MappingDocument } from '@throughline/core/mapping/document';
import { checks } from '../checks.ts';
import { environmentProcedureFor, procedureFor, router } from '../trpc/procedures.ts';
import { compareRevision, discardDraft, listRevisions, restoreRevision, restoreVersion } from './draft-history.ts';
import { listDrafts } from './list-drafts.ts';
import { bringInNewer, findNewerVersion } from './newer-version.ts';
import { forgetPresence, notePresence } from './note-presence.ts';
import { openDefinition } from './open-definition.ts';
import { saveDraft } from './save-draft.ts';
import { orProblems, submitDrafts } from './submit-drafts.ts';
import { databaseInteger } from '../database-integer.ts';
import { jsonValue } from '../json-value.ts';
import { visibleText } from '../visible-text.ts';

const definitionId = z.uuid();
const revision = databaseInteger.min(1);

/** Earlier saved states, and restoring them. */
const history = router({
  revisions: procedureFor()
    .input(z.object({ definitionId, cursor: revision.nullish() }))
    .query(({ ctx, input }) => ctx.inOrganisation((tx) => listRevisions(tx, input))),
  revision: procedureFor()
    .input(z.object({ definitionId, revision }))
    .query(({ ctx, input }) => ctx.inOrganisation((tx) => compareRevision(tx, input.definitionId, input.revision))),
  restore: procedureFor('analyst')
    .input(z.object({ definitionId, revision, expectedRevision: revision.nullable() }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) => restoreRevision(tx, { ...input, restoredBy: ctx.person.id })),
    ),
  restoreVersion: procedureFor('analyst')
    .input(z.object({ definitionId, versionNumber: databaseInteger.min(1), expectedRevision: revision.nullable() }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) => restoreVersion(tx, { ...input, restoredBy: ctx.person.id })),
    ),
  discard: procedureFor('analyst')
    .input(z.object({ definitionId, expectedRevision: revision }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) => discardDraft(tx, { ...input, discardedBy: ctx.person.id })),
    ),
});

/** A version that was published after a draft was started, and merging the two. */
const rebasing = router({
  newerVersion: procedureFor()
    .input(z.object({ definitionId }))
    .query(({ ctx, input }) => ctx.inOrganisation((tx) => findNewerVersion(tx, input.definitionId))),
  bringInNewer: procedureFor('analyst')
    .input(z.object({ definitionId, document: jsonValue, expectedRevision: revision, versionId: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.inOrganisation((tx) => bringInNewer(tx, { ...input, savedBy: ctx.person.id }))),
});

const presence = router({
  /** Everybody who may read a draft is seen by the others who have it open. */
  notePresence: procedureFor()
    .input(z.object({ definitionId, tabId: z.uuid(), place: z.string().max(400) }))
    .mutation(({ ctx, input }) => ctx.inOrganisation((tx) => notePresence(tx, { ...input, userId: ctx.person.id }))),
  forgetPresence: procedureFor()
    .input(z.object({ definitionId, tabId: z.uuid() }))
    .mutation(({ ctx, input }) => ctx.inOrganisation((tx) => forgetPresence(tx, { ...input, userId: ctx.person.id }))),
  /** A draft as it is now, with who saved it; null if there is none. */
  current: procedureFor()
    .input(z.object({ definitionId }))
    .query(({ ctx, input }) => ctx.inOrganisation(async (tx) => (await draftState(tx, input.definitionId)) ?? null)),
});

export const draftsRouter = router({
  ...history._def.record,
  ...presence._def.record,
  ...rebasing._def.record,
  /** A mapping or value map as its editor opens it. */
  open: environmentProcedureFor()
    .input(z.object({ kind: z.enum(['mapping', 'value-map']), key: z.string() }))
    .query(({ ctx, input }) =>
      ctx.inOrganisation((tx) => openDefinition(tx, { ...input, environmentId: ctx.environment.id })),
    ),
  list: procedureFor().query(({ ctx }) => ctx.inOrganisation(listDrafts)),
  /** A mapping with its two shapes, empty otherwise. */
  createMapping: procedureFor('analyst')
    .input(
      z.object({
        key: keySchema,
        name: visibleText(120, 'A name is needed.'),
        source: schemaRef,
        target: schemaRef,
      }),
    )
    .mutation(({ ctx, input: { key, name, source, target } }) =>
      ctx.inOrganisation((tx) =>
        createDefinition(tx, {
          kind: 'mapping',
          key,
          name,
          document: { format: 1, text: '', source, target, tests: [] } satisfies MappingDocument,
          createdBy: ctx.person.id,
        }),
      ),
    ),
  save: procedureFor('analyst')
    .input(
      z.object({
        definitionId: z.uuid(),
        document: jsonValue,
        /** Null if there was no draft yet. */
        expectedRevision: databaseInteger.min(1).nullable(),
      }),
    )
    .mutation(({ ctx, input }) => ctx.inOrganisation((tx) => saveDraft(tx, { ...input, savedBy: ctx.person.id }))),
  /**
   * The reasons for which submitting these drafts would be refused, or warned about. No transaction waits for their
   * saved tests.
   */
  problems: procedureFor()
    .input(z.object({ definitionIds: z.array(definitionId).max(200) }))
    .query(async ({ ctx, input, signal }) =>
      checkSubmission(await ctx.inOrganisation((tx) => loadSubmission(tx, input.definitionIds, checks)), signal),
    ),
  /** Submits drafts for review as one change. No transaction waits for their saved tests. */
  submit: procedureFor('analyst')
    .input(
      z.object({
        title: visibleText(200, 'A title is needed.'),
        description: z.string().trim().max(4000),
        drafts: z
          .array(z.object({ definitionId: z.uuid(), revision: databaseInteger.min(1) }))
          .min(1, 'Choose at least one draft.')
          .max(200, 'A change holds 200 drafts at most. Submit them as several changes.'),
        changeNumber: databaseInteger.min(1).nullable(),
      }),
    )
    .mutation(async ({ ctx, input, signal }) => {
      const ids = input.drafts.map(({ definitionId: id }) => id);
      const set = await ctx.inOrganisation((tx) => loadSubmission(tx, ids, checks));
      const tested = await testContent(set, (content) => checkSubmission(content, signal));
      return orProblems(ctx.inOrganisation((tx) => submitDrafts(tx, { ...input, submittedBy: ctx.person.id }, tested)));
    }),
});
