'use client';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { ListFrame, Toolbar } from '#ui/toolbar.tsx';
import { initialsOf } from '../../workspace/initials-of.ts';
import { QueryView } from '../../workspace/query-view.tsx';
import { useTRPC } from '../../workspace/trpc.ts';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import type { Member } from './member.ts';
import { MemberActions, type MemberDeed } from './member-actions.tsx';
import { MemberDialogs } from './member-dialogs.tsx';
import { roleWords } from './role-words.ts';

/** Who belongs to the organisation, what each may do, and who has been invited. */
export const People = () => {
  const trpc = useTRPC();
  const { can } = useWorkspace();
  const [isInviting, setIsInviting] = useState(false);
  const [deed, setDeed] = useState<MemberDeed>();
  const members = useQuery(trpc.people.list.queryOptions());
  return (
    <>
      {can('admin') && (
        <Toolbar>
          <Button variant="primary" icon={<UserPlus aria-hidden />} onClick={() => setIsInviting(true)}>
            Invite person
          </Button>
        </Toolbar>
      )}
      <ListFrame>
        <QueryView query={members}>
          {(rows) => (
            <DataTable
              label="People"
              columns={[...columns, actionsColumn(setDeed)]}
              rows={rows}
              keyOf={({ userId }) => userId}
            />
          )}
        </QueryView>
      </ListFrame>
      {can('admin') && <Invitations />}
      {isInviting && <InviteDialog onClose={() => setIsInviting(false)} />}
      {deed !== undefined && <MemberDialogs deed={deed} onClose={() => setDeed(undefined)} />}
    </>
  );
};

const columns: readonly Column<Member>[] = [
  {
    key: 'name',
    title: 'Person',
    cell: ({ name, email }) => (
      <span className="flex min-w-0 items-center gap-3">
        <span
          aria-hidden
          className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft text-caps font-semibold text-accent-strong"
        >
          {initialsOf(name)}
        </span>
        <span className="flex min-w-0 flex-col wrap-anywhere">
          <span className="font-medium">{name}</span>
          <span className="text-small text-muted">{email}</span>
        </span>
      </span>
    ),
  },
  { key: 'roles', title: 'Roles', cell: ({ roles }) => roles.map((role) => roleWords[role].title).join(', ') },
  { key: 'link', title: 'Access', isWideOnly: true, cell: (member) => <Access member={member} /> },
  { key: 'joined', title: 'Since', isWideOnly: true, cell: ({ joinedAt }) => <RelativeTime at={joinedAt} /> },
];

/** Whose link the account came from. Until it is confirmed, the two cannot approve each other's work. */
const Access = ({ member: { linkFromName, confirmedByName } }: { readonly member: Member }) => {
  if (linkFromName === null) return <span className="text-muted">Own</span>;
  return (
    <span className="flex flex-col">
      <span>By a link from {linkFromName}</span>
      <span className="text-small text-muted">
        {confirmedByName === null ? 'Not confirmed by anybody else' : `Confirmed by ${confirmedByName}`}
      </span>
    </span>
  );
};

const actionsColumn = (onChoose: (deed: MemberDeed) => void): Column<Member> => ({
  key: 'actions',
  title: '',
  className: 'text-right whitespace-nowrap',
  cell: (member) => <MemberActions member={member} onChoose={onChoose} />,
});
