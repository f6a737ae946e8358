'use client';
import { useState, type FormEvent } from 'react';
import { useRouter } from 'next/navigation';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keySchema } from '@throughline/core/flow/steps/step-kind';
import type { CreatableKind } from '#server/definitions/starting-document.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { errorReason, errorText } from '../workspace/error-text.ts';
import { fieldErrors } from '../workspace/field-errors.ts';
import { FormError } from '../join/form-error.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { definitionPath } from './definition-path.ts';
import { keyFromName } from './key-from-name.ts';
import { nameProblem } from './name-problem.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

interface CreateDefinitionDialogProps {
  readonly kind: CreatableKind;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** Gets the new key in place of opening its editor. */
  readonly onCreated?: (key: string) => void;
}

const titles: Record<CreatableKind, string> = {
  flow: 'New flow',
  mapping: 'New mapping',
  'value-map': 'New value map',
};

/** Asks for the name of a new definition, and opens its editor unless somebody waits for its key. */
export const CreateDefinitionDialog = ({ kind, isOpen, onOpenChange, onCreated }: CreateDefinitionDialogProps) => {
  const router = useRouter();
  const { pathTo } = useWorkspace();
  const [name, setName] = useState('');
  const [ownKey, setOwnKey] = useState<string>();
  const [description, setDescription] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const key = ownKey ?? keyFromName(name);
  const create = useCreate(() => {
    if (onCreated === undefined) router.push(pathTo(...definitionPath(kind, key)));
    else {
      onOpenChange(false);
      onCreated(key);
    }
  });
  const nameError = nameProblem(name);
  const keyCheck = keySchema.safeParse(key);
  const asksKey = key !== '' || (wasSent && nameError === undefined);
  const keyError = asksKey && !keyCheck.success ? keyCheck.error.issues[0]?.message : undefined;
  const isTaken = errorReason(create.error) === 'DEFINITION_KEY_TAKEN' && create.variables?.key === key;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    // It may be opened from inside another form.
    event.stopPropagation();
    setWasSent(true);
    if (nameError === undefined && keyCheck.success) create.mutate({ kind, key, name, description });
  };
  const errors = fieldErrors(create.error, 'name', 'description');
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={titles[kind]}>
      <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3 pb-2">
        <NamingFields
          name={name}
          onName={setName}
          nameError={wasSent || name !== '' ? (nameError ?? errors.at.name) : undefined}
          keyText={key}
          onKey={setOwnKey}
          keyError={isTaken ? errorText(create.error) : keyError}
          description={description}
          onDescription={setDescription}
          descriptionError={errors.at.description}
        />
        {errorReason(create.error) !== 'DEFINITION_KEY_TAKEN' && <FormError>{errors.rest}</FormError>}
        <div className="flex justify-end gap-2 pt-1">
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" variant="primary" isBusy={create.isPending}>
            {onCreated === undefined ? 'Create and open' : 'Create'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

const useCreate = (onDone: () => void) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.definitions.create.mutationOptions({
      onSuccess: async () => {
        const lists = [trpc.definitions.pathKey(), trpc.designer.surroundings.pathKey()];
        await Promise.all(lists.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
        onDone();
      },
    }),
  );
};

interface NamingFieldsProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly nameError: string | undefined;
  readonly keyText: string;
  readonly onKey: (key: string) => void;
  readonly keyError: string | undefined;
  readonly description: string;
  readonly onDescription: (description: string) => void;
  readonly descriptionError: string | undefined;
}

const NamingFields = (props: NamingFieldsProps) => (
  <>
    <Field label="Name" isRequired error={props.nameError}>
      {(control) => (
        <Input {...control} required value={props.name} onChange={(event) => props.onName(event.target.value)} />
      )}
    </Field>
    <Field label="Key" hint="Others refer to it by this key; it stays when the name changes." error={props.keyError}>
      {(control) => (
        <Input
          {...control}
          className="font-mono"
          value={props.keyText}
          onChange={(event) => props.onKey(event.target.value)}
        />
      )}
    </Field>
    <Field label="What it is for" error={props.descriptionError}>
      {(control) => (
        <Textarea
          {...control}
          value={props.description}
          onChange={(event) => props.onDescription(event.target.value)}
        />
      )}
    </Field>
  </>
);
