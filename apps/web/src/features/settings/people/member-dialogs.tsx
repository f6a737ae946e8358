import { useMutation } from '@tanstack/react-query';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { errorText } from '../../workspace/error-text.ts';
import { useTRPC } from '../../workspace/trpc.ts';
import type { MemberDeed } from './member-actions.tsx';
import { ResetDialog } from './reset-dialog.tsx';
import { RolesDialog } from './roles-dialog.tsx';
import { useAfterPeopleChange } from './use-after-people-change.ts';

interface MemberDialogsProps {
  readonly deed: MemberDeed;
  readonly onClose: () => void;
}

/** The dialog for the action that was chosen for a member. */
export const MemberDialogs = ({ deed: { kind, member }, onClose }: MemberDialogsProps) => {
  switch (kind) {
    case 'confirm':
      return <ConfirmMember member={member} onClose={onClose} />;
    case 'roles':
      return <RolesDialog member={member} onClose={onClose} />;
    case 'reset':
      return <ResetDialog member={member} onClose={onClose} />;
    case 'remove':
      return <RemoveMember member={member} onClose={onClose} />;
  }
};

interface MemberDialogProps {
  readonly member: MemberDeed['member'];
  readonly onClose: () => void;
}

const ConfirmMember = ({ member, onClose }: MemberDialogProps) => {
  const trpc = useTRPC();
  const onSuccess = useAfterPeopleChange(onClose);
  const confirm = useMutation(trpc.people.confirm.mutationOptions({ onSuccess }));
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={`Does ${member.name} use this account?`}
      description={`Confirm it only if you know it from ${member.name} directly. Afterwards they may approve the work of ${member.linkFromName}, who gave them the link for their password, and the other way round.`}
      action="Confirm"
      isBusy={confirm.isPending}
      error={confirm.isError ? errorText(confirm.error) : undefined}
      onConfirm={() => confirm.mutate({ userId: member.userId })}
    />
  );
};

const RemoveMember = ({ member, onClose }: MemberDialogProps) => {
  const trpc = useTRPC();
  const onSuccess = useAfterPeopleChange(onClose);
  const remove = useMutation(trpc.people.remove.mutationOptions({ onSuccess }));
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={`Remove ${member.name}?`}
      description="Their access ends with their next click. What they did stays on record under their name."
      action="Remove"
      isDangerous
      isBusy={remove.isPending}
      error={remove.isError ? errorText(remove.error) : undefined}
      onConfirm={() => remove.mutate({ userId: member.userId })}
    />
  );
};
