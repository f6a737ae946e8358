import { createAuthEndpoint } from 'better-auth/api';

/** The library's name for the cookie of a sign-in that waits for its second step; the library adds the prefixes. */
const cookieName = 'two_factor';

/**
 * The person whose sign-in waits for a second step. The library itself reads and verifies the cookie, so that attempts
 * always count for the person whom they would sign in. Not reachable over the network.
 */
export const waitingUser = () => ({
  id: 'waiting-user',
  endpoints: {
    findWaitingUser: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, async (ctx) => {
      const { context } = ctx;
      const identifier = await ctx.getSignedCookie(context.createAuthCookie(cookieName).name, context.secret);
      const found = identifier ? await context.internalAdapter.findVerificationValue(identifier) : null;
      return found?.value ?? null;
    }),
  },
});
