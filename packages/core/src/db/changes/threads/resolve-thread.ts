import { eq } from 'drizzle-orm';
import { writeAudit } from '../../audit.ts';
import type { OrganisationTx } from '../../client.ts';
import { commentThread } from '../../schema/index.ts';
import { lockThread } from './lock-thread.ts';

export interface ResolveThreadInput {
  readonly threadId: string;
  /** False opens it again. */
  readonly isResolved: boolean;
  readonly resolvedBy: string;
}

/** Resolves a discussion, or opens it again. The first of two people who do the same counts. @throws ChangeError `THREAD_NOT_FOUND` */
export async function resolveThread(tx: OrganisationTx, input: ResolveThreadInput): Promise<void> {
  const { threadId, isResolved, resolvedBy } = input;
  const { changeId, number, resolvedAt } = await lockThread(tx, threadId);
  if ((resolvedAt !== null) === isResolved) return;
  await tx
    .update(commentThread)
    .set(isResolved ? { resolvedBy, resolvedAt: new Date() } : { resolvedBy: null, resolvedAt: null })
    .where(eq(commentThread.id, threadId));
  await writeAudit(tx, {
    actor: resolvedBy,
    action: isResolved ? 'change.thread-resolved' : 'change.thread-reopened',
    subjectType: 'change',
    subjectId: changeId,
    details: { number, threadId },
  });
}
