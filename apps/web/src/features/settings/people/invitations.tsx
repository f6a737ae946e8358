'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { MailX } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { ExactTime } from '#ui/exact-time.tsx';
import { useToaster } from '#ui/toast.tsx';
import { ListFrame } from '#ui/toolbar.tsx';
import { errorText } from '../../workspace/error-text.ts';
import { useTRPC, type Outputs } from '../../workspace/trpc.ts';
import { roleWords } from './role-words.ts';
import { useAfterPeopleChange } from './use-after-people-change.ts';

type Invitation = Outputs['people']['invitations'][number];

/** Invitations that nobody has accepted yet; renders nothing if there are none. */
export const Invitations = () => {
  const trpc = useTRPC();
  const toaster = useToaster();
  const invitations = useQuery(trpc.people.invitations.queryOptions());
  const onSuccess = useAfterPeopleChange(() => undefined);
  const revoke = useMutation(
    trpc.people.revokeInvitation.mutationOptions({
      onSuccess,
      onError: (error) => toaster.failed(errorText(error)),
    }),
  );
  if (invitations.data === undefined || invitations.data.length === 0) return null;
  return (
    <section className="pt-4" aria-label="Open invitations">
      <h2 className="px-4 pb-2 font-semibold lg:px-6">Open invitations</h2>
      <ListFrame>
        <DataTable
          label="Open invitations"
          columns={[...columns, actionColumn((invitationId) => revoke.mutate({ invitationId }))]}
          rows={invitations.data}
          keyOf={({ id }) => id}
        />
      </ListFrame>
    </section>
  );
};

const columns: readonly Column<Invitation>[] = [
  { key: 'email', title: 'E-mail', className: 'wrap-anywhere', cell: ({ email }) => email },
  { key: 'roles', title: 'Roles', cell: ({ roles }) => roles.map((role) => roleWords[role].title).join(', ') },
  {
    key: 'by',
    title: 'Invited by',
    isWideOnly: true,
    cell: ({ invitedByName }) => invitedByName ?? 'The server’s operator',
  },
  { key: 'ends', title: 'Ends', cell: ({ expiresAt }) => <ExactTime at={expiresAt} /> },
];

const actionColumn = (onRevoke: (invitationId: string) => void): Column<Invitation> => ({
  key: 'actions',
  title: '',
  className: 'text-right whitespace-nowrap',
  cell: ({ id, email }) => (
    <Button
      size="icon"
      variant="ghost"
      aria-label={`Withdraw the invitation of ${email}`}
      title={`Withdraw the invitation of ${email}`}
      onClick={() => onRevoke(id)}
    >
      <MailX aria-hidden />
    </Button>
  ),
});
