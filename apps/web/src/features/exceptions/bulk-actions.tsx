'use client';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CheckCheck, RotateCcw, UserPlus } from 'lucide-react';
import { countText } from '#ui/count-text.ts';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { DropdownMenu } from '#ui/dropdown-menu.tsx';
import { useToaster } from '#ui/toast.tsx';
import { errorText } from '../workspace/error-text.ts';
import { dialogErrors } from '../workspace/field-errors.ts';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { bulkWords, refusedText, type ChosenException } from './bulk-words.ts';

interface BulkActionsProps {
  /** The exceptions that can be selected on this page. */
  readonly ids: readonly string[];
  readonly chosen: readonly ChosenException[];
  readonly onChoose: (ids: readonly string[]) => void;
}

/** Assigns, replays or resolves several exceptions at once. */
export const BulkActions = ({ ids, chosen, onChoose }: BulkActionsProps) => {
  const { environment } = useWorkspace();
  const { open, setOpen, replay, resolve } = useBulkWays(onChoose);
  const chosenIds = chosen.map(({ id }) => id);
  const words = bulkWords(chosen);
  const request = { environment: environment.key };
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-1.5">
      <label className="flex items-center gap-2 text-muted">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={chosen.length === ids.length}
          onChange={() => onChoose(chosen.length === ids.length ? [] : ids)}
        />
        {chosen.length === 0 ? 'Choose all on this page' : `${chosen.length} chosen`}
      </label>
      <AssignMenu exceptionIds={chosenIds} onDone={() => onChoose([])} />
      <BulkWay
        action="Replay"
        icon={<RotateCcw aria-hidden />}
        exceptionIds={words.replayedIds}
        title={`Replay ${countText(words.replayedIds.length, 'exception')}?`}
        description={words.replay}
        isOpen={open === 'replay'}
        onOpenChange={(isOpen) => setOpen(isOpen ? 'replay' : undefined)}
        state={replay}
        start={(exceptionIds, reason) => replay.mutate({ ...request, exceptionIds, reason })}
      />
      <BulkWay
        action="Resolve"
        icon={<CheckCheck aria-hidden />}
        exceptionIds={chosenIds}
        title={`Resolve ${countText(chosen.length, 'exception')} by hand?`}
        description={words.resolve}
        isOpen={open === 'resolve'}
        onOpenChange={(isOpen) => setOpen(isOpen ? 'resolve' : undefined)}
        state={resolve}
        start={(exceptionIds, reason) => resolve.mutate({ ...request, exceptionIds, reason })}
      />
    </div>
  );
};

/** The two ways that ask for a reason, and which of them is open. */
const useBulkWays = (onChoose: BulkActionsProps['onChoose']) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toaster = useToaster();
  const [open, setOpen] = useState<'replay' | 'resolve'>();
  const done = async (stillChosen: readonly string[] = []) => {
    setOpen(undefined);
    onChoose(stillChosen);
    await queryClient.invalidateQueries();
  };
  const replay = useMutation(
    trpc.exceptions.replay.mutationOptions({
      onSuccess: ({ refused }) => {
        if (refused.length === 0) toaster.succeeded('Replays started');
        else toaster.failed('Not all were replayed', refusedText(refused));
        return done(refused.map(({ exceptionId }) => exceptionId));
      },
    }),
  );
  const resolve = useMutation(
    trpc.exceptions.resolve.mutationOptions({
      onSuccess: () => {
        toaster.succeeded('Resolved');
        return done();
      },
    }),
  );
  return { open, setOpen, replay, resolve };
};

interface BulkWayProps {
  readonly action: string;
  readonly icon: ReactNode;
  readonly exceptionIds: readonly string[];
  readonly title: string;
  readonly description: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly state: { readonly isPending: boolean; readonly error: unknown };
  readonly start: (exceptionIds: string[], reason: string) => void;
}

/** A button that asks for a reason before it does something to several exceptions. */
const BulkWay = (way: BulkWayProps) => {
  const { action, icon, exceptionIds, title, description, isOpen, onOpenChange, state, start } = way;
  return (
    <>
      <Button disabled={exceptionIds.length === 0} icon={icon} onClick={() => onOpenChange(true)}>
        {action}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onOpenChange={onOpenChange}
        title={title}
        description={description}
        action={action}
        isBusy={state.isPending}
        {...dialogErrors(state.error, 'reason')}
        reason={{ label: 'Reason', isRequired: true }}
        onConfirm={(reason) => start([...exceptionIds], reason)}
      />
    </>
  );
};

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
