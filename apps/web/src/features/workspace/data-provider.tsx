'use client';
import { useState, type ReactNode } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client';
import superjson, { deserialize, serialize } from 'superjson';
import type { AppRouter } from '#server/trpc/app-router.ts';
import { asTree } from './as-tree.ts';
import { outlastingFetch } from './outlasting-fetch.ts';
import { createQueryClient } from './query-client.ts';
import { TRPCProvider } from './trpc.ts';

const longestUrl = 4000;

const transformer = {
  input: { serialize: (value: unknown) => serialize(asTree(value)), deserialize },
  output: superjson,
};

export const DataProvider = ({ children }: { readonly children: ReactNode }) => {
  const [queryClient] = useState(createQueryClient);
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        splitLink({
          condition: ({ type }) => type === 'mutation',
          // Sent alone and at once, because a batch waits for a moment, and the page may be left in it.
          true: httpLink({ url: '/api/trpc', transformer, fetch: outlastingFetch }),
          false: httpBatchLink({ url: '/api/trpc', transformer, maxURLLength: longestUrl }),
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
};
