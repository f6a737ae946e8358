import { useQueryClient } from '@tanstack/react-query';
import { type ToastLink, useToaster } from '#ui/toast.tsx';

/** Closes the dialog, shows a message, and reloads everything. */
export const useWayOut = (onClose: () => void): ((text: string, link?: ToastLink) => Promise<void>) => {
  const queryClient = useQueryClient();
  const toaster = useToaster();
  return async (text, link) => {
    onClose();
    toaster.succeeded(text, undefined, link);
    await queryClient.invalidateQueries();
  };
};
