import { useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Role } from '@throughline/core/db/words/roles';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { errorPlaces } from '../../join/error-places.ts';
import { FormError } from '../../join/form-error.tsx';
import { useTRPC } from '../../workspace/trpc.ts';
import { OneTimeLink } from './one-time-link.tsx';
import { RoleChooser } from './role-chooser.tsx';
import { useAfterPeopleChange } from './use-after-people-change.ts';

/** Asks for an address and roles, then shows the link once. */
export const InviteDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const trpc = useTRPC();
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(['analyst']);
  const onSuccess = useAfterPeopleChange(() => undefined);
  const invite = useMutation(trpc.people.invite.mutationOptions({ onSuccess }));
  if (invite.isSuccess) {
    return (
      <Dialog isOpen onOpenChange={onClose} title={`Invitation for ${email.trim()}`}>
        <OneTimeLink
          token={invite.data.token}
          expiresAt={invite.data.expiresAt}
          purpose="They set their own name and password with it."
          onClose={onClose}
        />
      </Dialog>
    );
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate({ email, roles: [...roles] });
  };
  const errors = errorPlaces(invite.error, { email: invite.variables?.email }, { email });
  return (
    <Dialog isOpen onOpenChange={onClose} title="Invite a person">
      <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3 pb-2">
        <Field
          label="E-mail"
          isRequired
          hint="The next step shows a link for you to pass on; no e-mail is sent."
          error={errors.email}
        >
          {(control) => (
            <Input
              {...control}
              type="email"
              maxLength={254}
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <RoleChooser roles={roles} onChange={setRoles} />
        <FormError>{errors.form}</FormError>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isBusy={invite.isPending} disabled={roles.length === 0}>
            Make the link
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
