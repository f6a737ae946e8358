'use client';
import { useState, type FormEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keySchema } from '@throughline/core/flow/steps/step-kind';
import type { SchemaRef } from '@throughline/core/mapping/document';
import { keyFromName } from '#features/definitions/key-from-name.ts';
import { nameProblem } from '#features/definitions/name-problem.ts';
import { errorText } from '#features/workspace/error-text.ts';
import { useTRPC } from '#features/workspace/trpc.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { SchemaRefField } from './schema-ref-field.tsx';

interface NewMappingDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onCreated: (key: string) => void;
  readonly source?: SchemaRef;
  readonly target?: SchemaRef;
}

const anything: SchemaRef = { kind: 'any' };

/** Creates a mapping between two shapes without leaving the page. */
export const NewMappingDialog = ({ isOpen, onOpenChange, onCreated, ...shapes }: NewMappingDialogProps) => (
  <Dialog
    isOpen={isOpen}
    onOpenChange={onOpenChange}
    title="New mapping"
    description="Builds the target from the source. You can change both shapes later."
  >
    <NewMappingForm
      source={shapes.source ?? anything}
      target={shapes.target ?? anything}
      onCancel={() => onOpenChange(false)}
      onCreated={(key) => {
        onOpenChange(false);
        onCreated(key);
      }}
    />
  </Dialog>
);

interface NewMappingFormProps {
  readonly source: SchemaRef;
  readonly target: SchemaRef;
  readonly onCancel: () => void;
  readonly onCreated: (key: string) => void;
}

const NewMappingForm = ({ onCancel, onCreated, ...shapes }: NewMappingFormProps) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const [source, setSource] = useState(shapes.source);
  const [target, setTarget] = useState(shapes.target);
  const key = keyFromName(name);
  const nameError =
    nameProblem(name) ?? (key === '' ? 'Use at least one letter: the key is derived from it.' : undefined);
  const create = useMutation(
    trpc.drafts.createMapping.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.designer.surroundings.pathKey() });
        onCreated(key);
      },
    }),
  );
  const refusal = create.isError && create.variables.name === name ? errorText(create.error) : undefined;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setWasSent(true);
    if (nameError === undefined && keySchema.safeParse(key).success) create.mutate({ key, name, source, target });
  };
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3 pb-2">
      <Field
        label="Name"
        isRequired
        hint={key === '' ? undefined : `Key: ${key}`}
        error={(wasSent || name !== '' ? nameError : undefined) ?? refusal}
      >
        {(control) => <Input {...control} required value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <SchemaRefField label="Source" value={source} onChange={setSource} />
      <SchemaRefField label="Target" value={target} onChange={setTarget} />
      <div className="flex justify-end gap-2 pt-1">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" isBusy={create.isPending}>
          Create
        </Button>
      </div>
    </form>
  );
};
