import { z } from 'zod';
import { replyToThread } from '@throughline/core/db/changes/threads/reply-to-thread';
import { resolveThread } from '@throughline/core/db/changes/threads/resolve-thread';
import { startThread } from '@throughline/core/db/changes/threads/start-thread';
import { anchorKinds } from '@throughline/core/db/schema/change';
import { procedureFor, router } from '../trpc/procedures.ts';

const comment = z.string().trim().min(1, 'Say something first').max(4000);
const threadId = z.uuid();

/** Discussions of places in the documents of a change. */
export const threadProcedures = router({
  startThread: procedureFor('analyst', 'approver', 'operator')
    .input(
      z.object({
        changeId: z.uuid(),
        definitionId: z.uuid(),
        anchorKind: z.enum(anchorKinds),
        anchor: z.string().min(1).max(400),
        comment,
      }),
    )
    .mutation(({ ctx, input }) => ctx.inOrganisation((tx) => startThread(tx, { ...input, startedBy: ctx.person.id }))),

  reply: procedureFor('analyst', 'approver', 'operator')
    .input(z.object({ threadId, comment }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) => replyToThread(tx, { ...input, repliedBy: ctx.person.id })),
    ),

  resolveThread: procedureFor('analyst', 'approver', 'operator')
    .input(z.object({ threadId, isResolved: z.boolean() }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) => resolveThread(tx, { ...input, resolvedBy: ctx.person.id })),
    ),
});
