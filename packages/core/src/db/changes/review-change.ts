import { eq } from 'drizzle-orm';
import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import { change, changeItem, definition, review } from '../schema/index.ts';
import { ChangeError } from './change-error.ts';
import { lockChange, type ChangeRow } from './lock-change.ts';
import { testStoredChange } from './test-change.ts';

export interface ReviewInput {
  readonly changeId: string;
  readonly reviewedBy: string;
  readonly comment?: string;
  /** `submittedAt` of what the reviewer looked at: a decision about an earlier submission is refused. */
  readonly submittedAt: Date;
}

/**
 * Approves a change as submitted. Nobody who saved one of its drafts may, and nobody while a saved test fails: what was
 * published since the submission may have broken one.
 * @throws ChangeError `OWN_WORK`, `CHANGE_STATE`, `CHANGE_RESUBMITTED`, `CHANGE_INVALID`
 */
export async function approveChange(tx: OrganisationTx, input: ReviewInput): Promise<void> {
  const found = await lockForReview(tx, input);
  await refuseOwnWork(tx, found, input.reviewedBy);
  await refuseFailingTests(tx, found);
  await decide(tx, found, input, 'approved');
}

/**
 * Hands a change back to its authors: it is open again, and what is submitted next is reviewed anew.
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

async function refuseOwnWork(tx: OrganisationTx, found: ChangeRow, userId: string): Promise<void> {
  const items = await tx
    .select({ name: definition.name, authors: changeItem.authors })
    .from(changeItem)
    .innerJoin(definition, eq(definition.id, changeItem.definitionId))
    .where(eq(changeItem.changeId, found.id));
  const own = items.filter(({ authors }) => authors.includes(userId)).map(({ name }) => `"${name}"`);
  if (own.length === 0) return;
  throw new ChangeError(
    'OWN_WORK',
    `You worked on ${own.join(', ')} in change ${found.number}. Another person has to approve it.`,
  );
}

async function refuseFailingTests(tx: OrganisationTx, { id, number }: ChangeRow): Promise<void> {
  const problems = await testStoredChange(tx, id);
  if (problems.length === 0) return;
  const count = problems.length === 1 ? 'one saved test fails' : `${problems.length} saved tests fail`;
  throw new ChangeError('CHANGE_INVALID', `Change ${number} cannot be approved: ${count}.`, problems);
}

async function decide(
  tx: OrganisationTx,
  found: ChangeRow,
  input: ReviewInput,
  decision: 'approved' | 'changes-requested',
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
    details: { number: found.number },
  });
}
