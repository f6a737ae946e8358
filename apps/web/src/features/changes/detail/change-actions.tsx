'use client';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Pencil, Plus, Undo2, XCircle } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { errorText } from '../../workspace/error-text.ts';
import { useTRPC } from '../../workspace/trpc.ts';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { AddDraftsDialog } from './add-drafts-dialog.tsx';
import type { ChangeDetail } from './change-detail.ts';
import { useChangeDeed } from './use-change-deed.ts';

type Open = 'add' | 'reopen' | 'withdraw';

/** The actions of authors on a change, besides submitting it. */
export const ChangeActions = ({ change }: { readonly change: ChangeDetail }) => {
  const trpc = useTRPC();
  const { can } = useWorkspace();
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const reopen = useMutation(trpc.changes.withdraw.mutationOptions(useChangeDeed('The change is open again', close)));
  const withdraw = useMutation(trpc.changes.withdraw.mutationOptions(useChangeDeed('The change is withdrawn', close)));
  const isRunning = change.state === 'in-review' || change.state === 'approved';
  if (!can('analyst') || (change.state !== 'open' && !isRunning)) return null;
  return (
    <>
      {change.state === 'open' && (
        <Button icon={<Plus aria-hidden />} onClick={() => setOpen('add')}>
          Add drafts
        </Button>
      )}
      {isRunning && (
        <Button icon={<Pencil aria-hidden />} onClick={() => setOpen('reopen')}>
          Take back
        </Button>
      )}
      <Button variant="ghost" icon={<XCircle aria-hidden />} onClick={() => setOpen('withdraw')}>
        Withdraw
      </Button>
      {open === 'add' && <AddDraftsDialog change={change} isOpen onOpenChange={close} />}
      <ConfirmDialog
        isOpen={open === 'reopen'}
        onOpenChange={close}
        title="Take this change back?"
        description="It leaves the review and is open for more work. It has to be submitted, and approved, again."
        action="Take back"
        isBusy={reopen.isPending}
        error={reopen.isError ? errorText(reopen.error) : undefined}
        onConfirm={() => reopen.mutate({ changeId: change.id, to: 'open' })}
      />
      <ConfirmDialog
        isOpen={open === 'withdraw'}
        onOpenChange={close}
        title="Withdraw this change?"
        description={
          <>
            <Undo2 aria-hidden className="mr-1 inline size-3.5" />
            The change ends here. Its drafts stay and can go into another change.
          </>
        }
        action="Withdraw"
        isDangerous
        isBusy={withdraw.isPending}
        error={withdraw.isError ? errorText(withdraw.error) : undefined}
        onConfirm={() => withdraw.mutate({ changeId: change.id, to: 'withdrawn' })}
      />
    </>
  );
};
