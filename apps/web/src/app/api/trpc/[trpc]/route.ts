import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { createContext } from '#server/trpc/create-context.ts';
import { appRouter } from '#server/trpc/app-router.ts';
import { logUnexpected } from '#server/trpc/log-unexpected.ts';

const handle = (request: Request): Promise<Response> =>
  fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    createContext: () => createContext(request.headers),
    onError: logUnexpected,
  });

export { handle as GET, handle as POST };
