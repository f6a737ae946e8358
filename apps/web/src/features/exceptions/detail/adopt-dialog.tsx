'use client';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { fieldErrors } from '../../workspace/field-errors.ts';
import { useTRPC } from '../../workspace/trpc.ts';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { useWayOut } from './use-way-out.ts';

interface AdoptDialogProps {
  readonly exceptionId: string;
  readonly onClose: () => void;
}

/** Asks which record was created when the answer to its creation was lost. */
export const AdoptDialog = ({ exceptionId, onClose }: AdoptDialogProps) => {
  const trpc = useTRPC();
  const { environment, pathTo } = useWorkspace();
  const [externalId, setExternalId] = useState('');
  const wayOut = useWayOut(onClose);
  const adopt = useMutation(
    trpc.exceptions.adopt.mutationOptions({
      onSuccess: (runId) =>
        wayOut(
          'The record is adopted, and the replay has started',
          runId === null ? undefined : { label: 'Open the new run', href: pathTo('runs', runId) },
        ),
    }),
  );
  const errors = fieldErrors(adopt.error, 'reason', 'externalId');
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title="Adopt the record?"
      description="Look in the system for the record that was created. The run continues with it and does not create another one. If the system has no record with this id, nothing is sent and you are asked again."
      action="Adopt"
      isBusy={adopt.isPending}
      isDisabled={externalId.trim() === ''}
      error={errors.rest}
      reasonError={errors.at.reason}
      reason={{ label: 'Reason', isRequired: true }}
      onConfirm={(reason) => adopt.mutate({ environment: environment.key, exceptionId, externalId, reason })}
    >
      <Field label="Id of the record in the system" error={errors.at.externalId}>
        {(control) => (
          <Input
            {...control}
            className="font-mono"
            maxLength={255}
            value={externalId}
            onChange={(event) => setExternalId(event.target.value)}
          />
        )}
      </Field>
    </ConfirmDialog>
  );
};
