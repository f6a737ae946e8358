import { useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Role } from '@throughline/core/db/words/roles';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { errorText } from '../../workspace/error-text.ts';
import { useTRPC } from '../../workspace/trpc.ts';
import type { Member } from './member.ts';
import { RoleChooser } from './role-chooser.tsx';
import { useAfterPeopleChange } from './use-after-people-change.ts';

interface RolesDialogProps {
  readonly member: Member;
  readonly onClose: () => void;
}

export const RolesDialog = ({ member, onClose }: RolesDialogProps) => {
  const trpc = useTRPC();
  const [roles, setRoles] = useState<readonly Role[]>(member.roles);
  const onSuccess = useAfterPeopleChange(onClose);
  const save = useMutation(trpc.people.setRoles.mutationOptions({ onSuccess }));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ userId: member.userId, roles: [...roles] });
  };
  return (
    <Dialog isOpen onOpenChange={onClose} title={`Roles of ${member.name}`}>
      <form onSubmit={onSubmit} className="flex flex-col gap-3 pb-2">
        <RoleChooser roles={roles} onChange={setRoles} />
        {save.isError && (
          <p role="alert" className="text-failed">
            {errorText(save.error)}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" isBusy={save.isPending} disabled={roles.length === 0}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
