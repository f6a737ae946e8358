'use client';
import { useMutation } from '@tanstack/react-query';
import { errorText } from '#features/workspace/error-text.ts';
import { useTRPC } from '#features/workspace/trpc.ts';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { useToaster } from '#ui/toast.tsx';

interface StartFromLiveDialogProps {
  readonly definitionId: string;
  readonly name: string;
  /** The version that is live in the environment. */
  readonly versionNumber: number;
  readonly revision: number | null;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** Asks before the draft becomes the version that is live, which is an older one after a rollback. */
export const StartFromLiveDialog = (props: StartFromLiveDialogProps) => {
  const { definitionId, name, versionNumber, revision, onClose, onDone } = props;
  const trpc = useTRPC();
  const toaster = useToaster();
  const restore = useMutation(
    trpc.drafts.restoreVersion.mutationOptions({
      onSuccess: async (saved) => {
        onClose();
        toaster.succeeded(`The draft is version ${versionNumber} again`, `It is saved as revision ${saved.revision}.`);
        await onDone();
      },
    }),
  );
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={`Start the draft of “${name}” from version ${versionNumber}?`}
      description={
        revision === null
          ? 'The newest version is not the live one. The draft begins with what is live.'
          : `Everything in the draft is replaced. It is kept in the history as revision ${revision}.`
      }
      action="Start from this version"
      isBusy={restore.isPending}
      error={restore.isError ? errorText(restore.error) : undefined}
      onConfirm={() => restore.mutate({ definitionId, versionNumber, expectedRevision: revision })}
    />
  );
};
