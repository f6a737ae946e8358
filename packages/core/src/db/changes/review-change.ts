import { eq } from 'drizzle-orm';
import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import { change, review } from '../schema/index.ts';
import type { MappingBehaviour } from './behaviour/compare-behaviour.ts';
import { requireNoSurprises } from './behaviour/require-no-surprises.ts';
import { ChangeError } from './change-error.ts';
import { lockChange, type ChangeRow } from './lock-change.ts';
import { requireFourEyes } from './require-four-eyes.ts';
import { loadChangedDocuments, testChange } from './test-change.ts';
import { problemsOfContent, type TestedContent } from './tested-content.ts';

export interface ReviewInput {
  readonly changeId: string;
  readonly reviewedBy: string;
  readonly comment?: string;
  /** `submittedAt` of what the reviewer looked at: a decision about an earlier submission is refused. */
  readonly submittedAt: Date;
}

/**
 * Approves a change as submitted. The reviewer must have written none of its content, and no author may be able to sign
 * in as the reviewer. All saved tests have to pass again now, because something published since the submission may have
 * broken one. Every changed output of its mappings has to be accepted. `tested` and `compared` are what was found before the
 * transaction; without them, the transaction waits for tests and comparison.
 * @throws ChangeError `OWN_WORK`, `NOT_INDEPENDENT`, `CHANGE_STATE`, `CHANGE_RESUBMITTED`, `CHANGE_INVALID`,
 * `SURPRISES_OPEN`, `CONTENT_CHANGED`
 */
export async function approveChange(
  tx: OrganisationTx,
  input: ReviewInput,
  tested?: TestedContent,
  compared?: readonly MappingBehaviour[],
): Promise<void> {
  const found = await lockForReview(tx, input);
  const couldBeBoth = await requireFourEyes(tx, found, input.reviewedBy);
  await refuseFailingTests(tx, found, tested);
  const { changeId } = input;
  await requireNoSurprises(tx, { changeId, number: found.number, act: 'approve', compared });
  await decide(tx, found, input, 'approved', couldBeBoth.length === 0 ? {} : { couldBeBoth });
}

/**
 * Hands a change back to its authors: it is open again, and what is submitted next is reviewed from the beginning.
 * @throws ChangeError `CHANGE_STATE`, `CHANGE_RESUBMITTED`
 */
export async function requestChanges(tx: OrganisationTx, input: ReviewInput & { comment: string }): Promise<void> {
  await decide(tx, await lockForReview(tx, input), input, 'changes-requested');
}

/** Says something about a change, whatever its state. @throws ChangeError `CHANGE_NOT_FOUND` */
export async function commentOnChange(
  tx: OrganisationTx,
  input: Pick<ReviewInput, 'changeId' | 'reviewedBy'> & { readonly comment: string },
): Promise<void> {
  const { changeId, reviewedBy, comment } = input;
  const { number } = await lockChange(tx, changeId, ['open', 'in-review', 'approved', 'published', 'withdrawn']);
  await tx.insert(review).values({ changeId, userId: reviewedBy, decision: 'commented', comment });
  await writeAudit(tx, {
    actor: reviewedBy,
    action: 'change.commented',
    subjectType: 'change',
    subjectId: changeId,
    details: { number },
  });
}

async function lockForReview(tx: OrganisationTx, input: ReviewInput): Promise<ChangeRow> {
  const found = await lockChange(tx, input.changeId, ['in-review']);
  if (found.submittedAt?.getTime() !== input.submittedAt.getTime()) {
    throw new ChangeError(
      'CHANGE_RESUBMITTED',
      `Change ${found.number} was submitted again after you opened it. Look at what it holds now, then decide.`,
    );
  }
  return found;
}

async function refuseFailingTests(
  tx: OrganisationTx,
  { id, number }: ChangeRow,
  tested?: TestedContent,
): Promise<void> {
  const set = await loadChangedDocuments(tx, id);
  const problems = await problemsOfContent(set, testChange, { tested, act: 'approve' });
  if (problems.length === 0) return;
  const count = problems.length === 1 ? 'one saved test fails' : `${problems.length} saved tests fail`;
  throw new ChangeError('CHANGE_INVALID', `Change ${number} cannot be approved: ${count}.`, problems);
}

async function decide(
  tx: OrganisationTx,
  found: ChangeRow,
  input: ReviewInput,
  decision: 'approved' | 'changes-requested',
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { changeId, reviewedBy, comment = '' } = input;
  await tx.insert(review).values({ changeId, userId: reviewedBy, decision, comment });
  await tx
    .update(change)
    .set({ state: decision === 'approved' ? 'approved' : 'open', decidedAt: new Date() })
    .where(eq(change.id, changeId));
  await writeAudit(tx, {
    actor: reviewedBy,
    action: `change.${decision}`,
    subjectType: 'change',
    subjectId: changeId,
    details: { number: found.number, ...details },
  });
}
