'use client';
import { usePathname, useRouter } from 'next/navigation';
import { useMutation } from '@tanstack/react-query';
import { errorText } from '#features/workspace/error-text.ts';
import { useTRPC } from '#features/workspace/trpc.ts';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { useToaster } from '#ui/toast.tsx';

interface DiscardDialogProps {
  readonly opened: OpenedDefinition;
  readonly definitionId: string;
  readonly revision: number | null;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}

/** Asks before a draft is discarded, and says what is lost, what is kept, and how to get it back. */
export const DiscardDialog = ({ opened, definitionId, revision, onClose, onDone }: DiscardDialogProps) => {
  const trpc = useTRPC();
  const router = useRouter();
  const path = usePathname();
  const toaster = useToaster();
  const { latestVersion, change } = opened;
  const discard = useMutation(
    trpc.drafts.discard.mutationOptions({
      onSuccess: async ({ isArchived }) => {
        onClose();
        toaster.succeeded('The draft is discarded', 'Its revisions are kept in the history.');
        if (isArchived) router.push(path.slice(0, path.lastIndexOf('/')));
        else await onDone();
      },
    }),
  );
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={`Discard the draft of “${opened.name}”?`}
      action="Discard draft"
      isDangerous
      isBusy={discard.isPending}
      isDisabled={revision === null}
      error={discard.isError ? errorText(discard.error) : undefined}
      onConfirm={() => discard.mutate({ definitionId, expectedRevision: revision ?? 0 })}
    >
      <ul className="flex list-disc flex-col gap-1.5 pl-4">
        {latestVersion === null ? (
          <li>It was never published, so it leaves the lists with its draft.</li>
        ) : (
          <li>Everything changed since version {latestVersion.number} is gone; that version stays as it is.</li>
        )}
        {change !== null && <li>It is taken out of change {change.number}.</li>}
        <li>
          All {revision ?? 0} saved {revision === 1 ? 'revision is' : 'revisions are'} kept: restore one from the
          history
          {latestVersion === null ? ' after creating it again with the same key' : ''}.
        </li>
      </ul>
    </ConfirmDialog>
  );
};
