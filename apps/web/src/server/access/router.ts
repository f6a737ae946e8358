import { z } from 'zod';
import { describeAccessLink } from '@throughline/core/db/people/open-access-link';
import type { RequestContext } from '../trpc/context.ts';
import { openProcedure, personProcedure, router } from '../trpc/procedures.ts';
import { acceptAsNew, acceptWithAccount, finishReset } from './use-link.ts';

const token = z.string().min(1).max(100);
/** The bounds are generous; the use cases say what is wrong with the input. */
const text = z.string().max(1000);

/** Who uses the browser, as far as we can tell: the signed-in person, and those who signed in before. */
const linkContext = ({ person, browserAccounts = [] }: RequestContext) => ({
  browserAccounts: person === undefined ? browserAccounts : [person.id, ...browserAccounts],
  now: new Date(),
});

/** One-time links: invitations, and new passwords after a reset. Whoever has the link may use it. */
export const accessRouter = router({
  /** A mutation, so that the secret never appears in an address. */
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
