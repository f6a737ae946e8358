'use client';
import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleStop, RotateCcw } from 'lucide-react';
import { describePlace } from '@throughline/core/db/words/replay-target';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { useToaster } from '#ui/toast.tsx';
import { errorText } from '../../workspace/error-text.ts';
import { dialogErrors } from '../../workspace/field-errors.ts';
import { useTRPC } from '../../workspace/trpc.ts';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { isActive, type RunDetail } from './run-detail.ts';

/** Replays a run that has ended and cancels one that has not, for operators. */
export const RunActions = ({ run }: { readonly run: RunDetail }) => {
  const { can } = useWorkspace();
  if (!can('operator')) return null;
  if (isActive(run)) return <CancelRun runId={run.id} />;
  return run.isReplayable ? <ReplayRun run={run} /> : null;
};

const CancelRun = ({ runId }: { readonly runId: string }) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toaster = useToaster();
  const { environment } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  const cancel = useMutation(
    trpc.runs.cancel.mutationOptions({
      onSuccess: async () => {
        setIsOpen(false);
        toaster.succeeded('The run is cancelled');
        await queryClient.invalidateQueries({ queryKey: trpc.runs.pathKey() });
      },
    }),
  );
  return (
    <>
      <Button variant="danger" icon={<CircleStop aria-hidden />} onClick={() => setIsOpen(true)}>
        Cancel run
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title="Cancel this run?"
        description="A write already under way is finished and nothing is started after it. What was written stays."
        action="Cancel the run"
        isDangerous
        isBusy={cancel.isPending}
        error={cancel.isError ? errorText(cancel.error) : undefined}
        onConfirm={() => cancel.mutate({ environment: environment.key, runId })}
      />
    </>
  );
};

const versionChoices = [
  { value: 'live', label: 'What is live now' },
  { value: 'same', label: 'The versions of this run' },
];

const replayDescription = (target: RunDetail['target']): string => {
  if (target?.kind === 'undo') return 'The same undo is tried again, and nothing else.';
  const what = target?.kind === 'item' ? `Only ${describePlace(target.place)}` : 'The same event';
  return `${what} runs again. Records it already wrote are found and updated, never duplicated.`;
};

const ReplayRun = ({ run }: { readonly run: RunDetail }) => {
  const trpc = useTRPC();
  const router = useRouter();
  const { environment, pathTo } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  const [versions, setVersions] = useState('live');
  const replay = useMutation(
    trpc.runs.replay.mutationOptions({ onSuccess: ({ runId }) => router.push(pathTo('runs', runId)) }),
  );
  return (
    <>
      <Button icon={<RotateCcw aria-hidden />} onClick={() => setIsOpen(true)}>
        Replay…
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title="Replay this run?"
        description={replayDescription(run.target)}
        action="Replay"
        isBusy={replay.isPending}
        {...dialogErrors(replay.error, 'reason')}
        reason={{ label: 'Reason', isRequired: true }}
        onConfirm={(reason) =>
          replay.mutate({
            environment: environment.key,
            runId: run.id,
            versions: versions === 'same' ? 'same' : 'live',
            reason,
          })
        }
      >
        <Field label="Flow and mappings">
          {(control) => <Select {...control} value={versions} onChange={setVersions} options={versionChoices} />}
        </Field>
      </ConfirmDialog>
    </>
  );
};
