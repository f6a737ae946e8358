import { useMutation } from '@tanstack/react-query';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { errorText } from '../../workspace/error-text.ts';
import { useTRPC } from '../../workspace/trpc.ts';
import { OneTimeLink } from './one-time-link.tsx';
import type { Member } from './member.ts';
import { useAfterPeopleChange } from './use-after-people-change.ts';

interface ResetDialogProps {
  readonly member: Member;
  readonly onClose: () => void;
}

/** For a lost password, a lost second factor, or an account that somebody else got into. */
export const ResetDialog = ({ member, onClose }: ResetDialogProps) => {
  const trpc = useTRPC();
  const onSuccess = useAfterPeopleChange(() => undefined);
  const reset = useMutation(trpc.people.resetSignIn.mutationOptions({ onSuccess }));
  if (reset.isSuccess) {
    return (
      <Dialog isOpen onOpenChange={onClose} title={`New password for ${member.name}`}>
        <OneTimeLink
          token={reset.data.token}
          expiresAt={reset.data.expiresAt}
          purpose="They set a new password with it."
          onClose={onClose}
        />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={`Reset the sign-in of ${member.name}?`}
      description="Their password, second factor and passkeys stop working now, and they are signed out everywhere. You get a link with which they set a new password."
      action="Reset"
      isDangerous
      isBusy={reset.isPending}
      error={reset.isError ? errorText(reset.error) : undefined}
      onConfirm={() => reset.mutate({ userId: member.userId })}
    />
  );
};
