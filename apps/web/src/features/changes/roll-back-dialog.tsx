'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { useToaster } from '#ui/toast.tsx';
import { dialogErrors } from '../workspace/field-errors.ts';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { QueryView } from '../workspace/query-view.tsx';
import { errorProblems } from './error-problems.ts';
import { ProblemList } from './problem-list.tsx';
import { RollBackPreview } from './roll-back-preview.tsx';

interface RollBackDialogProps {
  readonly release: { readonly id: string; readonly number: number; readonly changeTitle: string | null };
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Lists what a rollback changes, and then restores what was live before a release. */
export const RollBackDialog = ({ release, isOpen, onOpenChange }: RollBackDialogProps) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toaster = useToaster();
  const { environment } = useWorkspace();
  const preview = useQuery(
    trpc.releases.previewRollBack.queryOptions(
      { environment: environment.key, releaseId: release.id },
      { staleTime: 0 },
    ),
  );
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
      description={`What was live before “${release.changeTitle ?? 'it'}” becomes live again, all of it at once.`}
      action="Roll back"
      isDangerous
      isBusy={rollBack.isPending || preview.isPending}
      isDisabled={preview.data === undefined || preview.data.refusal !== null}
      {...dialogErrors(rollBack.error, 'note')}
      reason={{ label: 'Why', isRequired: true }}
      onConfirm={(note) => rollBack.mutate({ environment: environment.key, releaseId: release.id, note })}
    >
      <QueryView query={preview}>
        {(found) => <RollBackPreview preview={found} environmentName={environment.name} />}
      </QueryView>
      <ProblemList problems={errorProblems(rollBack.error)} />
    </ConfirmDialog>
  );
};
