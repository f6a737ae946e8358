import { z } from 'zod';
import { acceptWithAccount } from '@throughline/core/db/people/accept-invitation';
import { describeAccessLink } from '@throughline/core/db/people/open-access-link';
import { openProcedure, personProcedure, router } from '../trpc/procedures.ts';
import { acceptAsNew, finishReset } from './use-link.ts';

const token = z.string().min(1).max(100);
/** Only the first administrator of an installation says which address is theirs. */
const email = z.email('This is not an e-mail address').max(254);
/** Bounded generously; the use case says what is wrong with it. */
const password = z.string().max(1000);

/** One-time links: invitations, and new passwords after a reset. Whoever holds the link may use it. */
export const accessRouter = router({
  /** A mutation, so that the secret never stands in an address. */
  describe: openProcedure
    .input(z.object({ token }))
    .mutation(({ ctx, input }) => describeAccessLink(ctx.database, { ...input, now: new Date() })),

  acceptAsNew: openProcedure
    .input(z.object({ token, name: z.string().max(1000), email: email.optional(), password }))
    .mutation(({ ctx, input }) => acceptAsNew(ctx.database, { ...input, now: new Date() })),

  acceptWithAccount: personProcedure
    .input(z.object({ token }))
    .mutation(({ ctx, input }) =>
      acceptWithAccount(ctx.database, { ...input, userId: ctx.person.id, now: new Date() }),
    ),

  finishReset: openProcedure
    .input(z.object({ token, password }))
    .mutation(({ ctx, input }) => finishReset(ctx.database, { ...input, now: new Date() })),
});
