'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { useToaster } from '#ui/toast.tsx';
import { errorText } from '../workspace/error-text.ts';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { ProblemList } from './problem-list.tsx';
import { errorProblems } from './error-problems.ts';

interface RollBackDialogProps {
  readonly release: { readonly id: string; readonly number: number; readonly changeTitle: string | null };
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Makes live again what was live before a release. */
export const RollBackDialog = ({ release, isOpen, onOpenChange }: RollBackDialogProps) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toaster = useToaster();
  const { environment } = useWorkspace();
  const rollBack = useMutation(
    trpc.releases.rollBack.mutationOptions({
      onSuccess: async ({ number }) => {
        onOpenChange(false);
        toaster.succeeded(
          `Release ${release.number} is taken back`,
          `This is release ${number} to ${environment.name}.`,
        );
        await queryClient.invalidateQueries();
      },
    }),
  );
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Roll back release ${release.number} in ${environment.name}?`}
      description={`What was live before “${release.changeTitle ?? 'it'}” becomes live again. Runs under way finish on the version they started with.`}
      action="Roll back"
      isDangerous
      isBusy={rollBack.isPending}
      error={rollBack.isError ? errorText(rollBack.error) : undefined}
      reason={{ label: 'Why', isRequired: true }}
      onConfirm={(note) => rollBack.mutate({ environment: environment.key, releaseId: release.id, note })}
    >
      <ProblemList problems={errorProblems(rollBack.error)} />
    </ConfirmDialog>
  );
};
