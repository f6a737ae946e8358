import { z } from 'zod';
import { renamePerson } from '@throughline/core/db/people/rename-person';
import { personProcedure, router } from '../trpc/procedures.ts';
import { changePassword } from './change-password.ts';
import { endOtherSessions, endSession } from './end-sessions.ts';
import { dismissNotices, listNotices } from './notices.ts';
import { readAccount } from './read-account.ts';

/** The bounds are generous; the use case says what is wrong with the input. */
const password = z.string().max(1000);

/** What proves a second factor, in one of three ways. */
const factor = {
  code: z.string().max(1000).optional(),
  recoveryCode: z.string().max(1000).optional(),
  passkey: z.record(z.string(), z.unknown()).optional(),
};

/** One's own account: for the signed-in person, about nobody else. */
export const accountRouter = router({
  read: personProcedure.query(({ ctx }) =>
    readAccount(ctx.database, { userId: ctx.person.id, sessionId: ctx.sessionId, now: new Date() }),
  ),

  rename: personProcedure
    .input(z.object({ name: z.string().max(1000) }))
    .mutation(({ ctx, input }) => renamePerson(ctx.database, { ...input, userId: ctx.person.id })),

  changePassword: personProcedure
    .input(z.object({ current: password, next: password, ...factor }))
    .mutation(({ ctx, input: { current, next, ...given } }) =>
      changePassword(ctx.database, {
        person: ctx.person,
        sessionId: ctx.sessionId,
        current,
        next,
        factor: given,
        proveFactor: ctx.proveFactor,
        now: new Date(),
      }),
    ),

  endSession: personProcedure
    .input(z.object({ sessionId: z.string().min(1).max(100) }))
    .mutation(({ ctx, input }) => endSession(ctx.database, { ...input, userId: ctx.person.id })),

  endOtherSessions: personProcedure.mutation(({ ctx }) =>
    endOtherSessions(ctx.database, { userId: ctx.person.id, keep: ctx.sessionId }),
  ),

  /** Events of the sign-in that the person has not seen yet. */
  notices: personProcedure.query(({ ctx }) => listNotices(ctx.database, ctx.person.id)),

  dismissNotices: personProcedure.mutation(({ ctx }) =>
    dismissNotices(ctx.database, { userId: ctx.person.id, now: new Date() }),
  ),
});
