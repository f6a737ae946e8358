import { eq } from 'drizzle-orm';
import { writeAudit } from '../../audit.ts';
import type { OrganisationTx } from '../../client.ts';
import { threadComment } from '../../schema/index.ts';
import { ChangeError } from '../change-error.ts';
import { lockThread } from './lock-thread.ts';

export interface ReplyInput {
  readonly threadId: string;
  readonly comment: string;
  readonly repliedBy: string;
}

const mostComments = 200;

/** Adds to a discussion, which may be resolved. @throws ChangeError `THREAD_NOT_FOUND`, `TOO_MANY_COMMENTS` */
export async function replyToThread(tx: OrganisationTx, input: ReplyInput): Promise<void> {
  const { threadId, comment, repliedBy } = input;
  const { changeId, number } = await lockThread(tx, threadId);
  if ((await tx.$count(threadComment, eq(threadComment.threadId, threadId))) >= mostComments) {
    throw new ChangeError(
      'TOO_MANY_COMMENTS',
      `This discussion has ${mostComments} comments already. Start another one.`,
    );
  }
  await tx.insert(threadComment).values({ threadId, userId: repliedBy, comment });
  await writeAudit(tx, {
    actor: repliedBy,
    action: 'change.commented',
    subjectType: 'change',
    subjectId: changeId,
    details: { number, threadId },
  });
}
