import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '../../client.ts';
import { commentThread } from '../../schema/index.ts';
import { changeStates } from '../../schema/change.ts';
import { ChangeError } from '../change-error.ts';
import { lockChange } from '../lock-change.ts';

/**
 * Locks the change of a discussion, so that a reply and a decision at the same time do not overtake each other.
 * @throws ChangeError `THREAD_NOT_FOUND`
 */
export async function lockThread(tx: OrganisationTx, threadId: string) {
  const isThread = eq(commentThread.id, threadId);
  const [asked] = await tx.select({ changeId: commentThread.changeId }).from(commentThread).where(isThread);
  if (asked === undefined) throw new ChangeError('THREAD_NOT_FOUND', 'There is no such discussion.');
  const { number } = await lockChange(tx, asked.changeId, changeStates);
  const [thread] = await tx.select().from(commentThread).where(isThread);
  if (thread === undefined) throw new ChangeError('THREAD_NOT_FOUND', 'There is no such discussion.');
  return { ...thread, number };
}
