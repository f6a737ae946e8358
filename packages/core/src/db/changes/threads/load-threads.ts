import { eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { OrganisationTx } from '../../client.ts';
import { commentThread, threadComment, user } from '../../schema/index.ts';

/** The discussions of a change with their comments, oldest first. */
export async function loadThreads(tx: OrganisationTx, changeId: string) {
  const resolver = alias(user, 'resolver');
  const threads = await tx
    .select({
      id: commentThread.id,
      definitionId: commentThread.definitionId,
      anchorKind: commentThread.anchorKind,
      anchor: commentThread.anchor,
      resolvedAt: commentThread.resolvedAt,
      resolvedByName: resolver.name,
    })
    .from(commentThread)
    .leftJoin(resolver, eq(resolver.id, commentThread.resolvedBy))
    .where(eq(commentThread.changeId, changeId))
    .orderBy(commentThread.createdAt, commentThread.id);
  const comments = await tx
    .select({
      id: threadComment.id,
      threadId: threadComment.threadId,
      userName: user.name,
      userEmail: user.email,
      comment: threadComment.comment,
      createdAt: threadComment.createdAt,
    })
    .from(threadComment)
    .innerJoin(commentThread, eq(commentThread.id, threadComment.threadId))
    .leftJoin(user, eq(user.id, threadComment.userId))
    .where(eq(commentThread.changeId, changeId))
    .orderBy(threadComment.createdAt, threadComment.id);
  const byThread = Map.groupBy(comments, ({ threadId }) => threadId);
  return threads.map((thread) => ({ ...thread, comments: byThread.get(thread.id) ?? [] }));
}
