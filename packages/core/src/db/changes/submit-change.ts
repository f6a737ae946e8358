import { asc, eq, inArray } from 'drizzle-orm';
import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import type { NamedDocument } from '../definitions/load-documents.ts';
import { change, changeItem, definition, draft, user } from '../schema/index.ts';
import { ChangeError, type ChangeProblem } from './change-error.ts';
import type { Checks } from './check-change.ts';
import { checkSubmission, surround } from './check-submission.ts';
import { problemsOfContent, type TestedContent } from './tested-content.ts';
import { lockChange } from './lock-change.ts';

export interface SubmitChangeInput {
  readonly changeId: string;
  readonly submittedBy: string;
  /**
   * Draft revisions the submitter saw, by definition id. A newer one stops the submission, and so does a draft of the
   * change that is not named here.
   */
  readonly expectedRevisions?: Readonly<Record<string, number>> | undefined;
}

/**
 * Submits an open change for review: freezes each draft as it is now, and checks the set as a whole. `tested` is what
 * the checks have found before the transaction; without it, the transaction waits for the saved tests.
 * @returns the warnings, for the submitter to read
 * @throws ChangeError `CHANGE_INVALID` with every problem, `CHANGE_EMPTY`, `CHANGE_STATE`, `DRAFT_CHANGED`,
 * `CONTENT_CHANGED`
 */
export async function submitChange(
  tx: OrganisationTx,
  input: SubmitChangeInput,
  checks: Checks,
  tested?: TestedContent,
): Promise<{ submittedAt: Date; warnings: readonly ChangeProblem[] }> {
  const { changeId, submittedBy } = input;
  const { number } = await lockChange(tx, changeId, ['open']);
  const items = await freezeDrafts(tx, input);
  if (items.length === 0) throw new ChangeError('CHANGE_EMPTY', 'This change holds no drafts. Add at least one.');
  const set = await surround(tx, items, checks);
  const problems = await problemsOfContent(set, checkSubmission, { tested, act: 'submit' });
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const count = errors.length === 1 ? 'one error' : `${errors.length} errors`;
    throw new ChangeError(
      'CHANGE_INVALID',
      `Change ${number} has ${count}. Correct the drafts, then submit.`,
      problems,
    );
  }
  const submittedAt = new Date();
  await tx
    .update(change)
    .set({ state: 'in-review', submittedBy, submittedAt, decidedAt: null })
    .where(eq(change.id, changeId));
  await writeAudit(tx, {
    actor: submittedBy,
    action: 'change.submitted',
    subjectType: 'change',
    subjectId: changeId,
    details: { number, definitions: items.map(({ kind, key }) => `${kind}:${key}`) },
  });
  return { submittedAt, warnings: problems };
}

async function freezeDrafts(tx: OrganisationTx, input: SubmitChangeInput): Promise<NamedDocument[]> {
  const items = await tx.select().from(changeItem).where(eq(changeItem.changeId, input.changeId));
  if (items.length === 0) return [];
  const drafts = await tx
    .select({ draft, kind: definition.kind, key: definition.key, name: definition.name, savedByName: user.name })
    .from(draft)
    .innerJoin(definition, eq(definition.id, draft.definitionId))
    .leftJoin(user, eq(user.id, draft.updatedBy))
    .where(
      inArray(
        draft.definitionId,
        items.map(({ definitionId }) => definitionId),
      ),
    )
    .orderBy(asc(draft.definitionId))
    .for('no key update', { of: draft });
  for (const { draft: row, name, savedByName } of drafts) {
    if (input.expectedRevisions !== undefined) {
      requireSeen(input.expectedRevisions[row.definitionId], { name, savedByName, revision: row.revision });
    }
    const { definitionId, document, revision, baseVersionId, authors } = row;
    await tx
      .update(changeItem)
      .set({ document, draftRevision: revision, baseVersionId, authors })
      .where(eq(changeItem.id, items.find((item) => item.definitionId === definitionId)?.id ?? ''));
  }
  return drafts.map(({ draft: row, kind, key, name }) => ({
    definitionId: row.definitionId,
    kind,
    key,
    name,
    document: row.document,
  }));
}

interface CurrentDraft {
  readonly name: string;
  readonly revision: number;
  /** Null when the person is no longer a member. */
  readonly savedByName: string | null;
}

function requireSeen(seen: number | undefined, { name, revision, savedByName }: CurrentDraft): void {
  if (seen === revision) return;
  const what =
    seen === undefined
      ? `"${name}" is in this change too`
      : `"${name}" was saved again by ${savedByName ?? 'somebody'} (revision ${revision})`;
  throw new ChangeError('DRAFT_CHANGED', `${what}. Look at it, then submit again.`);
}
