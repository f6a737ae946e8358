'use client';
import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Pencil, UserMinus, UserPlus } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { ListFrame, Toolbar } from '#ui/toolbar.tsx';
import { errorText } from '../workspace/error-text.ts';
import { initialsOf } from '../workspace/initials-of.ts';
import { QueryView } from '../workspace/query-view.tsx';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import type { Member } from './member.ts';
import { PersonDialog } from './person-dialog.tsx';
import { roleWords } from './role-words.ts';

type Open = { readonly kind: 'add' } | { readonly kind: 'edit' | 'remove'; readonly member: Member };

/** Who belongs to the organisation, and what each may do. */
export const People = () => {
  const trpc = useTRPC();
  const { can } = useWorkspace();
  const [open, setOpen] = useState<Open>();
  const members = useQuery(trpc.people.list.queryOptions());
  const close = () => setOpen(undefined);
  return (
    <>
      {can('admin') && (
        <Toolbar>
          <Button variant="primary" icon={<UserPlus aria-hidden />} onClick={() => setOpen({ kind: 'add' })}>
            Add person
          </Button>
        </Toolbar>
      )}
      <ListFrame>
        <QueryView query={members}>
          {(rows) => (
            <DataTable
              label="People"
              columns={columnsFor(can('admin') ? setOpen : undefined)}
              rows={rows}
              keyOf={({ userId }) => userId}
            />
          )}
        </QueryView>
      </ListFrame>
      {open?.kind === 'add' && <PersonDialog onClose={close} />}
      {open?.kind === 'edit' && <PersonDialog member={open.member} onClose={close} />}
      {open?.kind === 'remove' && <RemovePerson member={open.member} onClose={close} />}
    </>
  );
};

const RemovePerson = ({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const remove = useMutation(
    trpc.people.remove.mutationOptions({
      onSuccess: async () => {
        onClose();
        await queryClient.invalidateQueries({ queryKey: trpc.people.pathKey() });
      },
    }),
  );
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

const columnsFor = (onOpen: ((open: Open) => void) | undefined): readonly Column<Member>[] => [
  {
    key: 'name',
    title: 'Person',
    cell: ({ name, email }) => (
      <span className="flex items-center gap-3">
        <span
          aria-hidden
          className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft text-caps font-semibold text-accent-strong"
        >
          {initialsOf(name)}
        </span>
        <span className="flex flex-col">
          <span className="font-medium">{name}</span>
          <span className="text-small text-muted">{email}</span>
        </span>
      </span>
    ),
  },
  { key: 'roles', title: 'Roles', cell: ({ roles }) => roles.map((role) => roleWords[role].title).join(', ') },
  { key: 'joined', title: 'Since', isWideOnly: true, cell: ({ joinedAt }) => <RelativeTime at={joinedAt} /> },
  ...(onOpen === undefined
    ? []
    : [
        {
          key: 'actions',
          title: '',
          className: 'text-right whitespace-nowrap',
          cell: (member: Member) => (
            <>
              <Button
                size="icon"
                variant="ghost"
                aria-label={`Change the roles of ${member.name}`}
                onClick={() => onOpen({ kind: 'edit', member })}
              >
                <Pencil aria-hidden />
              </Button>
              <Button
                size="icon"
                variant="ghost"
                aria-label={`Remove ${member.name}`}
                onClick={() => onOpen({ kind: 'remove', member })}
              >
                <UserMinus aria-hidden />
              </Button>
            </>
          ),
        },
      ]),
];
