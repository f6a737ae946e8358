import { useQueryClient } from '@tanstack/react-query';
import { type ToastLink, useToaster } from '#ui/toast.tsx';

/** Closes, says so, and reads everything again. */
export const useWayOut = (onClose: () => void): ((text: string, link?: ToastLink) => Promise<void>) => {
  const queryClient = useQueryClient();
  const toaster = useToaster();
  return async (text, link) => {
    onClose();
    toaster.succeeded(text, undefined, link);
    await queryClient.invalidateQueries();
  };
};
