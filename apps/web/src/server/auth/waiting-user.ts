import { createAuthEndpoint } from 'better-auth/api';

/** The library's name of the cookie that says which sign-in waits for its second step; it adds the prefixes. */
const cookieName = 'two_factor';

/**
 * Whose sign-in waits for a second step. The library itself reads and verifies the cookie, so that attempts are never
 * counted for anybody but the person whom it would sign in. Not reachable over the network.
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
