'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useToaster } from '#ui/toast.tsx';
import { errorText } from '../../workspace/error-text.ts';

interface Deed {
  readonly onSuccess: () => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** What follows every action on a change: everything shown is loaded again, and a message says what happened. */
export const useChangeDeed = (done: string, then?: () => void): Deed => {
  const queryClient = useQueryClient();
  const toaster = useToaster();
  return {
    onSuccess: async () => {
      then?.();
      toaster.succeeded(done);
      await queryClient.invalidateQueries();
    },
    onError: (error) => toaster.failed('That did not work', errorText(error)),
  };
};
