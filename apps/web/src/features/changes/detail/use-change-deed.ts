'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useToaster } from '#ui/toast.tsx';
import { errorText } from '../../workspace/error-text.ts';
import { useTRPC } from '../../workspace/trpc.ts';

interface Deed {
  readonly onSuccess: () => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/**
 * What follows every action on a change. The change is reloaded before the dialog closes, so that nobody sees its old
 * state. Then everything else is reloaded, and a message says what happened.
 */
export const useChangeDeed = (done: string, then?: () => void): Deed => {
  const queryClient = useQueryClient();
  const toaster = useToaster();
  const trpc = useTRPC();
  return {
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: trpc.changes.one.pathKey() });
      then?.();
      toaster.succeeded(done);
      void queryClient.invalidateQueries();
    },
    onError: (error) => {
      toaster.failed('That did not work', errorText(error));
      // It may have been refused for outputs that this page does not show yet.
      void queryClient.invalidateQueries({ queryKey: trpc.changes.behaviour.pathKey() });
    },
  };
};
