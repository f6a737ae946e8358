import { and, eq } from 'drizzle-orm';
import { writeAudit } from '../../audit.ts';
import type { OrganisationTx } from '../../client.ts';
import { changeItem, commentThread, threadComment } from '../../schema/index.ts';
import { changeStates, type AnchorKind } from '../../schema/change.ts';
import { ChangeError } from '../change-error.ts';
import { lockChange } from '../lock-change.ts';

export interface StartThreadInput {
  readonly changeId: string;
  /** A document of the change. */
  readonly definitionId: string;
  readonly anchorKind: AnchorKind;
  readonly anchor: string;
  readonly comment: string;
  readonly startedBy: string;
}

/** More discussions than this nobody follows. */
const mostThreads = 500;

/**
 * Opens a discussion of one place in a document of a change, whatever the change's state.
 * @throws ChangeError `CHANGE_NOT_FOUND`, `ITEM_NOT_FOUND`, `TOO_MANY_COMMENTS`
 */
export async function startThread(tx: OrganisationTx, input: StartThreadInput): Promise<{ threadId: string }> {
  const { changeId, definitionId, anchorKind, anchor, comment, startedBy } = input;
  const { number } = await lockChange(tx, changeId, changeStates);
  const isItem = and(eq(changeItem.changeId, changeId), eq(changeItem.definitionId, definitionId));
  if ((await tx.$count(changeItem, isItem)) === 0) {
    throw new ChangeError('ITEM_NOT_FOUND', `Change ${number} does not hold this document any more. Reload the page.`);
  }
  if ((await tx.$count(commentThread, eq(commentThread.changeId, changeId))) >= mostThreads) {
    throw new ChangeError(
      'TOO_MANY_COMMENTS',
      `Change ${number} has ${mostThreads} discussions already. Reply in one of them.`,
    );
  }
  const [made] = await tx
    .insert(commentThread)
    .values({ changeId, definitionId, anchorKind, anchor })
    .returning({ threadId: commentThread.id });
  if (made === undefined) throw new Error('The discussion was not stored.');
  await tx.insert(threadComment).values({ threadId: made.threadId, userId: startedBy, comment });
  await writeAudit(tx, {
    actor: startedBy,
    action: 'change.commented',
    subjectType: 'change',
    subjectId: changeId,
    details: { number, definitionId, [anchorKind]: anchor },
  });
  return made;
}
