'use client';
import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CheckCheck, RotateCcw, UserPlus } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { DropdownMenu } from '#ui/dropdown-menu.tsx';
import { useToaster } from '#ui/toast.tsx';
import { errorText } from '../workspace/error-text.ts';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { bulkWords, type ChosenException } from './bulk-words.ts';

interface BulkActionsProps {
  /** What can be chosen on this page. */
  readonly ids: readonly string[];
  readonly chosen: readonly ChosenException[];
  readonly onChoose: (ids: readonly string[]) => void;
}

/** Assign, replay or resolve several at once. */
export const BulkActions = ({ ids, chosen, onChoose }: BulkActionsProps) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toaster = useToaster();
  const { environment } = useWorkspace();
  const [open, setOpen] = useState<'replay' | 'resolve'>();
  const done = (text: string) => async () => {
    setOpen(undefined);
    onChoose([]);
    toaster.succeeded(text);
    await queryClient.invalidateQueries();
  };
  const replay = useMutation(trpc.exceptions.replay.mutationOptions({ onSuccess: done('Replays started') }));
  const resolve = useMutation(trpc.exceptions.resolve.mutationOptions({ onSuccess: done('Resolved') }));
  const chosenIds = chosen.map(({ id }) => id);
  const { replayedIds, leftOut, resolve: resolveWords } = bulkWords(chosen);
  const request = { environment: environment.key };
  const isNone = chosen.length === 0;
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-1.5">
      <label className="flex items-center gap-2 text-muted">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={chosen.length === ids.length}
          onChange={() => onChoose(chosen.length === ids.length ? [] : ids)}
        />
        {isNone ? 'Choose all on this page' : `${chosen.length} chosen`}
      </label>
      <AssignMenu exceptionIds={chosenIds} onDone={() => onChoose([])} />
      <Button
        disabled={replayedIds.length === 0}
        icon={<RotateCcw aria-hidden />}
        onClick={() => setOpen('replay')}
      >
        Replay
      </Button>
      <Button disabled={isNone} icon={<CheckCheck aria-hidden />} onClick={() => setOpen('resolve')}>
        Resolve
      </Button>
      <ConfirmDialog
        isOpen={open === 'replay'}
        onOpenChange={() => setOpen(undefined)}
        title={`Replay ${counted(replayedIds.length)}?`}
        description={[replayDescription, ...(leftOut === undefined ? [] : [leftOut])].join(' ')}
        action="Replay"
        isBusy={replay.isPending}
        error={replay.isError ? errorText(replay.error) : undefined}
        reason={{ label: 'Reason', isRequired: true }}
        onConfirm={(reason) => replay.mutate({ ...request, exceptionIds: [...replayedIds], reason })}
      />
      <ConfirmDialog
        isOpen={open === 'resolve'}
        onOpenChange={() => setOpen(undefined)}
        title={`Resolve ${counted(chosen.length)} by hand?`}
        description={resolveWords}
        action="Resolve"
        isBusy={resolve.isPending}
        error={resolve.isError ? errorText(resolve.error) : undefined}
        reason={{ label: 'Reason', isRequired: true }}
        onConfirm={(reason) => resolve.mutate({ ...request, exceptionIds: chosenIds, reason })}
      />
    </div>
  );
};

const counted = (count: number): string => (count === 1 ? '1 exception' : `${count} exceptions`);

const replayDescription =
  'Each record or item runs again with its payload as it is, each failed undo is tried again, each record that could not be read is read again, and each event that could not be judged is judged again. What was already delivered is not doubled.';

interface AssignMenuProps {
  readonly exceptionIds: readonly string[];
  readonly onDone?: () => void;
}

/** Gives exceptions an owner. */
export const AssignMenu = ({ exceptionIds, onDone }: AssignMenuProps) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toaster = useToaster();
  const { environment, person } = useWorkspace();
  const members = useQuery(trpc.people.list.queryOptions());
  const assign = useMutation(
    trpc.exceptions.assign.mutationOptions({
      onSuccess: async () => {
        onDone?.();
        await queryClient.invalidateQueries({ queryKey: trpc.exceptions.pathKey() });
      },
      onError: (error) => toaster.failed('Not assigned', errorText(error)),
    }),
  );
  const give = (ownerUserId: string | null) =>
    assign.mutate({ environment: environment.key, exceptionIds: [...exceptionIds], ownerUserId });
  const others = (members.data ?? []).filter(({ userId }) => userId !== person.id);
  return (
    <DropdownMenu
      trigger={
        <Button icon={<UserPlus aria-hidden />} disabled={exceptionIds.length === 0} isBusy={assign.isPending}>
          Assign
        </Button>
      }
      sections={[
        {
          items: [
            { label: 'Me', onSelect: () => give(person.id) },
            { label: 'Nobody', onSelect: () => give(null) },
          ],
        },
        { title: 'People', items: others.map(({ userId, name }) => ({ label: name, onSelect: () => give(userId) })) },
      ]}
    />
  );
};
