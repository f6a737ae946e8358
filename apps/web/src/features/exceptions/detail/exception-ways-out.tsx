'use client';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { CheckCheck, Link2, RotateCcw, Undo2 } from 'lucide-react';
import type { RepeatedTarget } from '@throughline/core/db/words/replay-target';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { dialogErrors } from '../../workspace/field-errors.ts';
import { useTRPC } from '../../workspace/trpc.ts';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { AdoptDialog } from './adopt-dialog.tsx';
import type { ExceptionDetail } from './exception-detail.ts';
import { replayWords } from './replay-words.ts';
import { useWayOut } from './use-way-out.ts';

interface ExceptionWaysOutProps {
  readonly exception: ExceptionDetail;
  /** Undefined while it cannot be parsed. */
  readonly payload: { readonly data: unknown } | undefined;
  readonly isEdited: boolean;
  readonly onReset: () => void;
}

/**
 * Replays with the current payload, adopts the record that a write of unknown outcome created, or resolves by hand.
 * Each of these takes a reason.
 */
export const ExceptionWaysOut = ({ exception, payload, isEdited, onReset }: ExceptionWaysOutProps) => {
  const [open, setOpen] = useState<'replay' | 'adopt' | 'resolve'>();
  const close = () => setOpen(undefined);
  const { target } = exception;
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line pt-3">
      {target.kind !== 'nothing' && (
        <Button
          variant="primary"
          icon={<RotateCcw aria-hidden />}
          disabled={payload === undefined}
          onClick={() => setOpen('replay')}
        >
          {replayWords(target, isEdited).button}
        </Button>
      )}
      {exception.code === 'OUTCOME_UNKNOWN' && (
        <Button icon={<Link2 aria-hidden />} onClick={() => setOpen('adopt')}>
          Adopt the record
        </Button>
      )}
      <Button icon={<CheckCheck aria-hidden />} onClick={() => setOpen('resolve')}>
        Resolve by hand
      </Button>
      {isEdited && (
        <Button variant="ghost" icon={<Undo2 aria-hidden />} onClick={onReset}>
          Undo my edits
        </Button>
      )}
      {open === 'replay' && target.kind !== 'nothing' && (
        <ReplayDialog
          exceptionId={exception.id}
          target={target}
          payload={isEdited ? payload : undefined}
          onClose={close}
        />
      )}
      {open === 'adopt' && <AdoptDialog exceptionId={exception.id} onClose={close} />}
      {open === 'resolve' && (
        <ResolveDialog exceptionId={exception.id} isRecord={target.kind !== 'nothing'} onClose={close} />
      )}
    </div>
  );
};

interface WayOutDialogProps {
  readonly exceptionId: string;
  readonly onClose: () => void;
}

interface ReplayDialogProps extends WayOutDialogProps {
  readonly target: RepeatedTarget;
  /** Undefined keeps the stored one. */
  readonly payload: { readonly data: unknown } | undefined;
}

const started = {
  run: 'The replay has started',
  item: 'The replay has started',
  undo: 'The replay has started',
  event: 'The record is being read again',
  judge: 'The event was judged again',
} as const satisfies Record<RepeatedTarget['kind'], string>;

const ReplayDialog = ({ exceptionId, target, payload, onClose }: ReplayDialogProps) => {
  const words = replayWords(target, payload !== undefined);
  const trpc = useTRPC();
  const { environment, pathTo } = useWorkspace();
  const wayOut = useWayOut(onClose);
  const onSuccess = ({ runIds: [runId] }: { readonly runIds: readonly string[] }) =>
    wayOut(
      started[target.kind],
      runId === undefined ? undefined : { label: 'Open the new run', href: pathTo('runs', runId) },
    );
  const edited = useMutation(trpc.exceptions.replayEdited.mutationOptions({ onSuccess }));
  const asIs = useMutation(trpc.exceptions.replay.mutationOptions({ onSuccess }));
  const failure = edited.error ?? asIs.error;
  const start = (reason: string) => {
    if (payload === undefined) asIs.mutate({ environment: environment.key, exceptionIds: [exceptionId], reason });
    else edited.mutate({ environment: environment.key, exceptionId, payload: payload.data, reason });
  };
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={words.question}
      description={words.description}
      action={words.action}
      isBusy={edited.isPending || asIs.isPending}
      {...dialogErrors(failure, 'reason')}
      reason={{ label: 'Reason', isRequired: true }}
      onConfirm={start}
    />
  );
};

interface ResolveDialogProps extends WayOutDialogProps {
  /** False if the exception is not about a record. */
  readonly isRecord: boolean;
}

const ResolveDialog = ({ exceptionId, isRecord, onClose }: ResolveDialogProps) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const wayOut = useWayOut(onClose);
  const resolve = useMutation(trpc.exceptions.resolve.mutationOptions({ onSuccess: () => wayOut('Resolved') }));
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title="Resolve by hand?"
      description={
        isRecord
          ? 'It leaves the inbox without being delivered. Use this when the record was handled elsewhere or is not wanted.'
          : 'It leaves the inbox. Use this when you have compared with the system; say what you found.'
      }
      action="Resolve"
      isBusy={resolve.isPending}
      {...dialogErrors(resolve.error, 'reason')}
      reason={{ label: 'Reason', isRequired: true }}
      onConfirm={(reason) => resolve.mutate({ environment: environment.key, exceptionIds: [exceptionId], reason })}
    />
  );
};
