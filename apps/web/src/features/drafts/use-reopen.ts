'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '#features/workspace/trpc.ts';

/** Opens an editor's definition again after its draft was changed from outside the editor. */
export const useReopen = (): (() => Promise<void>) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    // The query is reset rather than invalidated, because an open editor keeps its contents, so it has to be unmounted
    // and mounted again.
    await Promise.all(
      [trpc.designer.open.pathKey(), trpc.drafts.open.pathKey()].map((queryKey) =>
        queryClient.resetQueries({ queryKey }),
      ),
    );
    await queryClient.invalidateQueries();
  };
};
