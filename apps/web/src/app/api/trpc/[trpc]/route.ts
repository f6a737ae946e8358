import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { answeringRefusals, boundedRequest } from '#server/bounded-request.ts';
import { createContext } from '#server/trpc/create-context.ts';
import { appRouter } from '#server/trpc/app-router.ts';
import { logUnexpected } from '#server/trpc/log-unexpected.ts';

/** The largest document that is stored has 5 MB. This leaves room for the rest of the request. */
const mostBytes = 6_000_000;

/** More than any page asks for at the same time. */
const mostCalls = 30;

const handle = (request: Request): Promise<Response> =>
  answeringRefusals(async () =>
    fetchRequestHandler({
      endpoint: '/api/trpc',
      req: await boundedRequest(request, mostBytes),
      router: appRouter,
      maxBatchSize: mostCalls,
      createContext: () => createContext(request.headers),
      onError: logUnexpected,
    }),
  );

export { handle as GET, handle as POST };
