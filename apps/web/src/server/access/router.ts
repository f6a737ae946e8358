import { z } from 'zod';
import { describeAccessLink } from '@throughline/core/db/people/open-access-link';
import type { RequestContext } from '../trpc/context.ts';
import { openProcedure, personProcedure, router } from '../trpc/procedures.ts';
import { acceptAsNew, acceptWithAccount, finishReset } from './use-link.ts';

const token = z.string().min(1).max(100);
/** Bounded generously; the use cases say what is wrong with it. */
const text = z.string().max(1000);

/** Who sits at the browser, as far as it shows: whoever is signed in, and whoever was before. */
const linkContext = ({ person, browserAccounts = [] }: RequestContext) => ({
  browserAccounts: person === undefined ? browserAccounts : [person.id, ...browserAccounts],
  now: new Date(),
});

/** One-time links: invitations, and new passwords after a reset. Whoever holds the link may use it. */
export const accessRouter = router({
  /** A mutation, so that the secret never stands in an address. */
  describe: openProcedure
    .input(z.object({ token }))
    .mutation(({ ctx, input }) => describeAccessLink(ctx.database, { ...input, ...linkContext(ctx) })),

  acceptAsNew: openProcedure
    .input(z.object({ token, name: text, email: text.optional(), password: text }))
    .mutation(({ ctx, input }) => acceptAsNew(ctx.database, { ...input, ...linkContext(ctx) })),

  acceptWithAccount: personProcedure
    .input(z.object({ token, password: z.object({ current: text, next: text }).optional() }))
    .mutation(({ ctx, input }) =>
      acceptWithAccount(ctx.database, {
        ...input,
        ...linkContext(ctx),
        person: ctx.person,
        sessionId: ctx.sessionId,
      }),
    ),

  finishReset: openProcedure
    .input(z.object({ token, password: text }))
    .mutation(({ ctx, input }) => finishReset(ctx.database, { ...input, ...linkContext(ctx) })),
});
