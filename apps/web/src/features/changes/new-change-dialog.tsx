'use client';
import { useState, type FormEvent } from 'react';
import { useRouter } from 'next/navigation';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { fieldErrors } from '../workspace/field-errors.ts';
import { FormError } from '../join/form-error.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { DraftChooser } from './draft-chooser.tsx';

interface NewChangeDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** Drafts that are selected initially. */
  readonly definitionIds?: readonly string[];
}

/** Gathers drafts so that they are reviewed and published together. */
export const NewChangeDialog = ({ isOpen, onOpenChange, definitionIds = [] }: NewChangeDialogProps) => {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { pathTo } = useWorkspace();
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(definitionIds);
  const create = useMutation(
    trpc.changes.create.mutationOptions({
      onSuccess: async ({ number }) => {
        await queryClient.invalidateQueries();
        router.push(pathTo('changes', String(number)));
      },
    }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ title, description, definitionIds: [...chosen] });
  };
  const errors = fieldErrors(create.error, 'title', 'description');
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="New change"
      description="A set of drafts that is reviewed and published together."
    >
      <form onSubmit={onSubmit} className="flex flex-col gap-3 pb-2">
        <Field label="Title" isRequired error={errors.at.title}>
          {(control) => (
            <Input
              {...control}
              required
              maxLength={160}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <Field label="Why" hint="Reviewers read this first." error={errors.at.description}>
          {(control) => (
            <Textarea {...control} value={description} onChange={(event) => setDescription(event.target.value)} />
          )}
        </Field>
        <DraftChooser chosen={chosen} onChange={setChosen} />
        <FormError>{errors.rest}</FormError>
        <div className="flex justify-end gap-2 pt-1">
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" variant="primary" isBusy={create.isPending}>
            Create change
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
