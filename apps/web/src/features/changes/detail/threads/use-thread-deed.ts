'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useToaster } from '#ui/toast.tsx';
import { errorText } from '../../../workspace/error-text.ts';
import { useTRPC } from '../../../workspace/trpc.ts';

/** What follows a comment: only the change is loaded again. The text stays in its box until then. */
export const useThreadDeed = (then?: () => void) => {
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const toaster = useToaster();
  return {
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: trpc.changes.one.pathKey() });
      then?.();
    },
    onError: (error: unknown) => toaster.failed('That did not work', errorText(error)),
  };
};
