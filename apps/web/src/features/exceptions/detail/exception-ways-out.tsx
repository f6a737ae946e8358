'use client';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { CheckCheck, Link2, RotateCcw, Undo2 } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { errorText } from '../../workspace/error-text.ts';
import { useTRPC } from '../../workspace/trpc.ts';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { AdoptDialog } from './adopt-dialog.tsx';
import type { ExceptionDetail } from './exception-detail.ts';
import { replayWords } from './replay-words.ts';
import { useWayOut } from './use-way-out.ts';

interface ExceptionWaysOutProps {
  readonly exception: ExceptionDetail;
  /** Undefined while it cannot be read. */
  readonly payload: { readonly data: unknown } | undefined;
  readonly isEdited: boolean;
  readonly onReset: () => void;
}

/**
 * Replay with the payload as it stands, adopt the record that a write of unknown outcome made, or resolve by hand; each
 * with a reason.
 */
export const ExceptionWaysOut = ({ exception, payload, isEdited, onReset }: ExceptionWaysOutProps) => {
  const [open, setOpen] = useState<'replay' | 'adopt' | 'resolve'>();
  const close = () => setOpen(undefined);
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line pt-3">
      <Button
        variant="primary"
        icon={<RotateCcw aria-hidden />}
        disabled={payload === undefined}
        onClick={() => setOpen('replay')}
      >
        {replayWords(exception.target, isEdited).button}
      </Button>
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
      {open === 'replay' && (
        <ReplayDialog exception={exception} payload={isEdited ? payload : undefined} onClose={close} />
      )}
      {open === 'adopt' && <AdoptDialog exceptionId={exception.id} onClose={close} />}
      {open === 'resolve' && <ResolveDialog exceptionId={exception.id} onClose={close} />}
    </div>
  );
};

interface WayOutDialogProps {
  readonly exceptionId: string;
  readonly onClose: () => void;
}

interface ReplayDialogProps extends Pick<WayOutDialogProps, 'onClose'> {
  readonly exception: ExceptionDetail;
  /** Undefined leaves the stored one. */
  readonly payload: { readonly data: unknown } | undefined;
}

const ReplayDialog = ({ exception, payload, onClose }: ReplayDialogProps) => {
  const exceptionId = exception.id;
  const words = replayWords(exception.target, payload !== undefined);
  const trpc = useTRPC();
  const { environment, pathTo } = useWorkspace();
  const wayOut = useWayOut(onClose);
  const onSuccess = ([runId]: readonly string[]) =>
    wayOut(
      exception.target.kind === 'event' ? 'The record is being read again' : 'The replay has started',
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
      error={failure === null ? undefined : errorText(failure)}
      reason={{ label: 'Reason', isRequired: true }}
      onConfirm={start}
    />
  );
};

const ResolveDialog = ({ exceptionId, onClose }: WayOutDialogProps) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const wayOut = useWayOut(onClose);
  const resolve = useMutation(trpc.exceptions.resolve.mutationOptions({ onSuccess: () => wayOut('Resolved') }));
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title="Resolve by hand?"
      description="It leaves the inbox without being delivered. Use this when the record was handled elsewhere or is not wanted."
      action="Resolve"
      isBusy={resolve.isPending}
      error={resolve.isError ? errorText(resolve.error) : undefined}
      reason={{ label: 'Reason', isRequired: true }}
      onConfirm={(reason) => resolve.mutate({ environment: environment.key, exceptionIds: [exceptionId], reason })}
    />
  );
};
