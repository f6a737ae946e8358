'use client';
import { useState, type FormEvent } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Role } from '@throughline/core/db/words/roles';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { errorText } from '../workspace/error-text.ts';
import { useTRPC } from '../workspace/trpc.ts';
import type { Member } from './member.ts';
import { RoleChooser } from './role-chooser.tsx';

interface PersonDialogProps {
  /** Whose roles are changed; adds somebody when left out. */
  readonly member?: Member;
  readonly onClose: () => void;
}

export const PersonDialog = ({ member, onClose }: PersonDialogProps) => {
  const [roles, setRoles] = useState<readonly Role[]>(member?.roles ?? ['analyst']);
  const [person, setPerson] = useState({ name: '', email: '', password: '' });
  const { save, isBusy, error } = useSaving(onClose);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save({ userId: member?.userId, person, roles });
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={member === undefined ? 'Add a person' : `Roles of ${member.name}`}>
      <form onSubmit={onSubmit} className="flex flex-col gap-3 pb-2">
        {member === undefined && <PersonFields person={person} onChange={setPerson} />}
        <RoleChooser roles={roles} onChange={setRoles} />
        {error !== undefined && (
          <p role="alert" className="text-failed">
            {error}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isBusy={isBusy} disabled={roles.length === 0}>
            {member === undefined ? 'Add' : 'Save'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

interface Saving {
  readonly userId: string | undefined;
  readonly person: NewPerson;
  readonly roles: readonly Role[];
}

const useSaving = (onClose: () => void) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const onSuccess = async () => {
    onClose();
    await queryClient.invalidateQueries({ queryKey: trpc.people.pathKey() });
  };
  const add = useMutation(trpc.people.add.mutationOptions({ onSuccess }));
  const setRoles = useMutation(trpc.people.setRoles.mutationOptions({ onSuccess }));
  const failure = add.error ?? setRoles.error;
  return {
    save: ({ userId, person, roles }: Saving) => {
      if (userId === undefined) add.mutate({ ...person, roles: [...roles] });
      else setRoles.mutate({ userId, roles: [...roles] });
    },
    isBusy: add.isPending || setRoles.isPending,
    error: failure === null ? undefined : errorText(failure),
  };
};

interface PersonFieldsProps {
  readonly person: NewPerson;
  readonly onChange: (person: NewPerson) => void;
}

const PersonFields = ({ person, onChange }: PersonFieldsProps) => (
  <>
    <Field label="Name" isRequired>
      {(control) => (
        <Input
          {...control}
          required
          value={person.name}
          onChange={(event) => onChange({ ...person, name: event.target.value })}
        />
      )}
    </Field>
    <Field label="E-mail" isRequired>
      {(control) => (
        <Input
          {...control}
          type="email"
          required
          value={person.email}
          onChange={(event) => onChange({ ...person, email: event.target.value })}
        />
      )}
    </Field>
    <Field
      label="First password"
      isRequired
      hint="At least 12 characters. Not used when the person already has an account here."
    >
      {(control) => (
        <Input
          {...control}
          type="password"
          required
          minLength={12}
          autoComplete="new-password"
          value={person.password}
          onChange={(event) => onChange({ ...person, password: event.target.value })}
        />
      )}
    </Field>
  </>
);
