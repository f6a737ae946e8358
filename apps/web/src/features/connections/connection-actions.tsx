'use client';
import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pause, Play, Trash2, Zap } from 'lucide-react';
import type { ConnectionSummary } from '@throughline/core/db/connections/load-connection';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { useToaster } from '#ui/toast.tsx';
import { errorText } from '../workspace/error-text.ts';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

export const ConnectionActions = ({ connection }: { readonly connection: ConnectionSummary }) => {
  const { can } = useWorkspace();
  return (
    <>
      {can('admin', 'operator', 'analyst') && <TestButton connection={connection} />}
      {can('admin', 'operator') && <PauseButton connection={connection} />}
      {can('admin') && <DeleteButton connection={connection} />}
    </>
  );
};

const useReread = () => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: trpc.connections.pathKey() });
};

const TestButton = ({ connection }: { readonly connection: ConnectionSummary }) => {
  const trpc = useTRPC();
  const toaster = useToaster();
  const reread = useReread();
  const { environment } = useWorkspace();
  const test = useMutation(
    trpc.connections.test.mutationOptions({
      onSuccess: ({ isOk, message, durationMs }) => {
        if (isOk) toaster.succeeded('The connection works', `${message} (${Math.round(durationMs)} ms)`);
        else toaster.failed('The connection does not work', message);
      },
      onError: (error) => toaster.failed('Not tested', errorText(error)),
      onSettled: reread,
    }),
  );
  return (
    <Button
      variant="primary"
      icon={<Zap aria-hidden />}
      isBusy={test.isPending}
      onClick={() => test.mutate({ environment: environment.key, connectionId: connection.id })}
    >
      Test
    </Button>
  );
};

const PauseButton = ({ connection }: { readonly connection: ConnectionSummary }) => {
  const trpc = useTRPC();
  const toaster = useToaster();
  const reread = useReread();
  const { environment } = useWorkspace();
  const isPaused = connection.state === 'paused';
  const pause = useMutation(
    trpc.connections.pause.mutationOptions({
      onSuccess: () => toaster.succeeded(isPaused ? 'The connection is in use again' : 'The connection is paused'),
      onError: (error) => toaster.failed('That did not work', errorText(error)),
      onSettled: reread,
    }),
  );
  return (
    <Button
      icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
      isBusy={pause.isPending}
      onClick={() => pause.mutate({ environment: environment.key, connectionId: connection.id, isPaused: !isPaused })}
    >
      {isPaused ? 'Resume' : 'Pause'}
    </Button>
  );
};

const DeleteButton = ({ connection }: { readonly connection: ConnectionSummary }) => {
  const trpc = useTRPC();
  const router = useRouter();
  const reread = useReread();
  const { environment, pathTo } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  const remove = useMutation(
    trpc.connections.delete.mutationOptions({
      onSuccess: async () => {
        router.push(pathTo('connections'));
        await reread();
      },
    }),
  );
  return (
    <>
      <Button size="icon" variant="ghost" aria-label="Delete connection" onClick={() => setIsOpen(true)}>
        <Trash2 aria-hidden />
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title={`Delete ${connection.name}?`}
        description="The connection and its secrets are gone for good. What was delivered through it stays on record."
        action="Delete"
        isDangerous
        isBusy={remove.isPending}
        error={remove.isError ? errorText(remove.error) : undefined}
        onConfirm={() => remove.mutate({ environment: environment.key, connectionId: connection.id })}
      />
    </>
  );
};
