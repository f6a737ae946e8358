'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { Notice } from '#ui/states.tsx';
import { dialogErrors } from '../../workspace/field-errors.ts';
import { QueryView } from '../../workspace/query-view.tsx';
import { useTRPC } from '../../workspace/trpc.ts';
import { errorProblems } from '../error-problems.ts';
import { ProblemList } from '../problem-list.tsx';
import type { ChangeDetail } from './change-detail.ts';
import { useChangeDeed } from './use-change-deed.ts';

interface PublishDialogProps {
  readonly change: ChangeDetail;
  readonly target: { readonly key: string; readonly name: string; readonly kind: string };
  readonly isOpen: boolean;
  readonly onOpenChange: () => void;
}

/** Checks a change against an environment, then publishes it there. */
export const PublishDialog = ({ change, target, isOpen, onOpenChange }: PublishDialogProps) => {
  const trpc = useTRPC();
  const preview = useQuery(
    trpc.changes.preview.queryOptions({ environment: target.key, changeId: change.id }, { staleTime: 0 }),
  );
  const { onSuccess } = useChangeDeed(`Change ${change.number} is live in ${target.name}`, onOpenChange);
  const publish = useMutation(trpc.changes.publish.mutationOptions({ onSuccess }));
  const found = publish.isError ? errorProblems(publish.error) : [];
  const isBlocked = preview.data?.some(({ severity }) => severity === 'error') ?? true;
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Publish change ${change.number} to ${target.name}?`}
      description="All of it goes live at once. Runs under way finish on the version they started with."
      action={`Publish to ${target.name}`}
      isDangerous={target.kind === 'production'}
      isBusy={publish.isPending || preview.isPending}
      isDisabled={isBlocked}
      {...dialogErrors(publish.error, 'note')}
      reason={{ label: 'Note for the release', isRequired: false }}
      onConfirm={(note) => publish.mutate({ environment: target.key, changeId: change.id, note })}
    >
      <QueryView query={preview}>
        {(problems) => (
          <>
            <Verdict
              problemCount={problems.filter(({ severity }) => severity === 'error').length}
              environmentName={target.name}
            />
            <ProblemList problems={found.length > 0 ? found : problems} />
          </>
        )}
      </QueryView>
    </ConfirmDialog>
  );
};

interface VerdictProps {
  readonly problemCount: number;
  readonly environmentName: string;
}

const Verdict = ({ problemCount, environmentName }: VerdictProps) =>
  problemCount === 0 ? (
    <Notice tone="good" icon={<CircleCheck aria-hidden />}>
      Checked against {environmentName}: nothing stands in the way.
    </Notice>
  ) : (
    <Notice tone="fail" icon={<TriangleAlert aria-hidden />}>
      {problemCount === 1 ? 'One problem stands' : `${problemCount} problems stand`} in the way in {environmentName}.
    </Notice>
  );
