import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { answeringRefusals, boundedRequest } from '#server/bounded-request.ts';
import type { RequestContext } from '#server/trpc/context.ts';
import { createContext } from '#server/trpc/create-context.ts';
import { appRouter } from '#server/trpc/app-router.ts';
import { logUnexpected } from '#server/trpc/log-unexpected.ts';
import { mostBytes } from '#server/trpc/most-bytes.ts';

/** More than any page asks for at the same time. */
const mostCalls = 30;

const handle = (request: Request): Promise<Response> =>
  answeringRefusals(async () => {
    const context = await settled(createContext(request.headers));
    return fetchRequestHandler({
      endpoint: '/api/trpc',
      // Without a context no call is made, so nobody needs the body.
      req: 'error' in context ? request : await boundedRequest(request, mostBytes(request.url, context.value)),
      router: appRouter,
      maxBatchSize: mostCalls,
      createContext: () => {
        if ('error' in context) throw context.error;
        return context.value;
      },
      onError: logUnexpected,
    });
  });

type Settled = { readonly value: RequestContext } | { readonly error: unknown };

/** A failure is kept for the library, which answers it in the form that our client reads. */
const settled = async (context: Promise<RequestContext>): Promise<Settled> => {
  try {
    return { value: await context };
  } catch (error) {
    return { error };
  }
};

export { handle as GET, handle as POST };
