import { z } from 'zod';
import { fieldEffects, verdictKinds } from '@throughline/core/mapping/behaviour';
import { addDrafts } from '@throughline/core/db/changes/add-drafts';
import { sharedComparison } from '@throughline/core/db/changes/behaviour/shared-comparison';
import { judgeSurprises } from '@throughline/core/db/changes/behaviour/judge-surprises';
import { loadComparison } from '@throughline/core/db/changes/behaviour/load-comparison';
import { checkDocuments, checkPublishing } from '@throughline/core/db/changes/check-publishing';
import { checkSubmission, loadSubmission } from '@throughline/core/db/changes/check-submission';
import { createChange } from '@throughline/core/db/changes/create-change';
import { loadPreview } from '@throughline/core/db/changes/load-preview';
import { publishChange } from '@throughline/core/db/changes/publish-change';
import { removeDrafts } from '@throughline/core/db/changes/remove-drafts';
import { approveChange, commentOnChange, requestChanges } from '@throughline/core/db/changes/review-change';
import { submitChange } from '@throughline/core/db/changes/submit-change';
import { loadChangedDocuments, testChange } from '@throughline/core/db/changes/test-change';
import { testContent } from '@throughline/core/db/changes/tested-content';
import { withdrawChange } from '@throughline/core/db/changes/withdraw-change';
import { checks } from '../checks.ts';
import { pageFields } from '../paging.ts';
import { environmentProcedureFor, procedureFor, router } from '../trpc/procedures.ts';
import { changeFilterNames, changeFilters } from './change-filters.ts';
import { listChanges } from './list-changes.ts';
import { reviewChange } from './review-change.ts';
import { threadProcedures } from './thread-procedures.ts';
import { databaseInstant } from '../database-instant.ts';
import { databaseInteger } from '../database-integer.ts';

const changeId = z.uuid();
const title = z.string().trim().min(1, 'A title is needed').max(160);
const description = z.string().trim().max(4000).default('');
const comment = z.string().trim().max(4000);
const mostDrafts = 200;
const definitionIds = z.array(z.uuid()).max(mostDrafts);
/** Nobody can submit drafts that they have not seen. */
const expectedRevisions = z
  .record(z.uuid(), databaseInteger, 'Name the revision of each draft that you have seen.')
  .refine((revisions) => Object.keys(revisions).length <= mostDrafts, 'A change holds 200 drafts at most.');

const listing = router({
  list: procedureFor()
    .input(
      z.object({
        text: z.string().trim().max(200).default(''),
        filter: z.enum(changeFilterNames).default('running'),
        ...pageFields,
      }),
    )
    .query(({ ctx, input }) =>
      ctx.inOrganisation((tx) => listChanges(tx, { ...input, states: changeFilters[input.filter] })),
    ),

  one: procedureFor()
    .input(z.object({ number: databaseInteger.min(1) }))
    .query(({ ctx, input }) => ctx.inOrganisation((tx) => reviewChange(tx, input.number))),

  /** The saved tests that prevent submitting, approving or publishing. No transaction waits for them. */
  failingTests: procedureFor('analyst', 'approver', 'operator')
    .input(z.object({ changeId }))
    .query(async ({ ctx, input, signal }) =>
      testChange(await ctx.inOrganisation((tx) => loadChangedDocuments(tx, input.changeId)), signal),
    ),

  /** How the outputs of its mappings differ on saved samples and masked records. No transaction waits for it. */
  behaviour: procedureFor('analyst', 'approver', 'operator')
    // `seen` says which content the page shows, so that another content is another question to its cache.
    .input(z.object({ changeId, seen: z.string().max(4000).optional() }))
    .query(async ({ ctx, input, signal }) =>
      sharedComparison(await ctx.inOrganisation((tx) => loadComparison(tx, input.changeId)), signal),
    ),
});

const authoring = router({
  create: procedureFor('analyst')
    .input(z.object({ title, description, definitionIds: definitionIds.default([]) }))
    .mutation(({ ctx, input }) => ctx.inOrganisation((tx) => createChange(tx, { ...input, createdBy: ctx.person.id }))),

  addDrafts: procedureFor('analyst')
    .input(z.object({ changeId, definitionIds }))
    .mutation(({ ctx, input }) => ctx.inOrganisation((tx) => addDrafts(tx, { ...input, addedBy: ctx.person.id }))),

  removeDrafts: procedureFor('analyst')
    .input(z.object({ changeId, definitionIds }))
    .mutation(({ ctx, input }) => ctx.inOrganisation((tx) => removeDrafts(tx, { ...input, removedBy: ctx.person.id }))),

  /** No transaction waits for the saved tests, here and below. What changes while they run is refused. */
  submit: procedureFor('analyst')
    .input(z.object({ changeId, expectedRevisions }))
    .mutation(async ({ ctx, input, signal }) => {
      const ids = Object.keys(input.expectedRevisions);
      const set = await ctx.inOrganisation((tx) => loadSubmission(tx, ids, checks));
      const tested = await testContent(set, (content) => checkSubmission(content, signal));
      return ctx.inOrganisation((tx) => submitChange(tx, { ...input, submittedBy: ctx.person.id }, checks, tested));
    }),

  withdraw: procedureFor('analyst', 'approver')
    .input(z.object({ changeId, to: z.enum(['open', 'withdrawn']) }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) => withdrawChange(tx, { ...input, withdrawnBy: ctx.person.id })),
    ),
});

/** What was shown of each changed output that somebody judges. */
const surprises = z
  .array(
    z.object({
      definitionId: z.uuid(),
      field: z.string().max(200),
      content: z.hash('sha256'),
      effects: z
        .array(z.enum(fieldEffects))
        .min(1)
        .max(fieldEffects.length)
        .transform((effects) => fieldEffects.filter((effect) => effects.includes(effect))),
    }),
  )
  .min(1, 'Choose a changed output')
  .max(300)
  .refine(
    (given) => new Set(given.map(({ definitionId, field }) => `${definitionId} ${field}`)).size === given.length,
    'Name each changed output once.',
  );
const verdict = { changeId, surprises, reason: z.string().trim().max(1000).default('') };

const surprising = router({
  /** A note of an author for the reviewer. It accepts nothing. */
  expectSurprises: procedureFor('analyst')
    .input(z.object(verdict))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) => judgeSurprises(tx, { ...input, kind: 'expected', judgedBy: ctx.person.id })),
    ),

  judgeSurprises: procedureFor('approver')
    .input(
      z
        .object({ ...verdict, kind: z.enum(verdictKinds).exclude(['expected']) })
        .refine(({ kind, reason }) => kind !== 'rejected' || reason !== '', {
          path: ['reason'],
          message: 'Say what is wrong with it',
        }),
    )
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) => judgeSurprises(tx, { ...input, judgedBy: ctx.person.id })),
    ),
});

const reviewing = router({
  comment: procedureFor('analyst', 'approver', 'operator')
    .input(z.object({ changeId, comment: comment.min(1, 'Say something first') }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) => commentOnChange(tx, { ...input, reviewedBy: ctx.person.id })),
    ),

  requestChanges: procedureFor('approver')
    .input(z.object({ changeId, submittedAt: databaseInstant, comment: comment.min(1, 'Say what should change') }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) => requestChanges(tx, { ...input, reviewedBy: ctx.person.id })),
    ),

  approve: procedureFor('approver')
    .input(z.object({ changeId, submittedAt: databaseInstant, comment: comment.default('') }))
    .mutation(async ({ ctx, input, signal }) => {
      const set = await ctx.inOrganisation((tx) => loadChangedDocuments(tx, input.changeId));
      const tested = await testContent(set, (content) => testChange(content, signal));
      const compared = await sharedComparison(
        await ctx.inOrganisation((tx) => loadComparison(tx, input.changeId)),
        signal,
      );
      return ctx.inOrganisation((tx) => approveChange(tx, { ...input, reviewedBy: ctx.person.id }, tested, compared));
    }),
});

const publishing = router({
  /** The reasons for which publishing would be refused, or warned about. No transaction waits for the saved tests. */
  preview: environmentProcedureFor('approver')
    .input(z.object({ changeId }))
    .query(async ({ ctx, input, signal }) => {
      const asked = { changeId: input.changeId, environmentId: ctx.environment.id };
      return checkPublishing(await ctx.inOrganisation((tx) => loadPreview(tx, asked, checks)), signal);
    }),

  publish: environmentProcedureFor('approver')
    .input(z.object({ changeId, note: z.string().trim().max(1000).default('') }))
    .mutation(async ({ ctx, input: { changeId: id, note }, signal }) => {
      const asked = { changeId: id, environmentId: ctx.environment.id };
      const { documents } = await ctx.inOrganisation((tx) => loadPreview(tx, asked, checks));
      const tested = await testContent(documents, (content) => checkDocuments(content, signal));
      const compared = await sharedComparison(await ctx.inOrganisation((tx) => loadComparison(tx, id)), signal);
      return ctx.inOrganisation((tx) =>
        publishChange(tx, { ...asked, note, publishedBy: ctx.person.id }, checks, tested, compared),
      );
    }),
});

export const changesRouter = router({
  ...listing._def.record,
  ...authoring._def.record,
  ...reviewing._def.record,
  ...surprising._def.record,
  ...threadProcedures._def.record,
  ...publishing._def.record,
});
