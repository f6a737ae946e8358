'use client';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Check, MessageSquareWarning } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { dialogErrors } from '../../workspace/field-errors.ts';
import { useTRPC } from '../../workspace/trpc.ts';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { useBehaviour } from './behaviour/use-behaviour.ts';
import type { ChangeDetail } from './change-detail.ts';
import { useChangeDeed } from './use-change-deed.ts';
import { useFailingTests } from './use-failing-tests.ts';

/** Approves and requests changes, for approvers. People who worked on the change cannot approve it. */
export const ReviewButtons = ({ change }: { readonly change: ChangeDetail }) => {
  const trpc = useTRPC();
  const { can, person } = useWorkspace();
  const { isCompared, query, surprises } = useBehaviour(change);
  const isWaiting = isCompared && query.data === undefined;
  const hasSurprises = surprises.some(({ state }) => state !== 'accepted');
  const isBlocked = useFailingTests(change).length > 0 || isWaiting || hasSurprises;
  const [open, setOpen] = useState<'approve' | 'request'>();
  const close = () => setOpen(undefined);
  const approve = useMutation(trpc.changes.approve.mutationOptions(useChangeDeed('The change is approved', close)));
  const request = useMutation(
    trpc.changes.requestChanges.mutationOptions(useChangeDeed('Changes are requested', close)),
  );
  if (!can('approver') || change.submittedAt === null) return null;
  const decision = { changeId: change.id, submittedAt: change.submittedAt };
  const isOwn = change.authors.some(({ id }) => id === person.id);
  return (
    <>
      <Button icon={<MessageSquareWarning aria-hidden />} onClick={() => setOpen('request')}>
        Request changes
      </Button>
      <Button
        variant="primary"
        icon={<Check aria-hidden />}
        disabled={isOwn || isBlocked}
        onClick={() => setOpen('approve')}
      >
        Approve
      </Button>
      <ConfirmDialog
        isOpen={open === 'approve'}
        onOpenChange={close}
        title={`Approve change ${change.number}?`}
        description="You approve exactly what was submitted. It can then be published."
        action="Approve"
        isBusy={approve.isPending}
        {...dialogErrors(approve.error, 'comment')}
        reason={{ label: 'Comment', isRequired: false }}
        onConfirm={(comment) => approve.mutate({ ...decision, comment })}
      />
      <ConfirmDialog
        isOpen={open === 'request'}
        onOpenChange={close}
        title={`Request changes to change ${change.number}?`}
        description="It goes back to its authors, and is reviewed again after they resubmit it."
        action="Request changes"
        isBusy={request.isPending}
        {...dialogErrors(request.error, 'comment')}
        reason={{ label: 'What should change', isRequired: true }}
        onConfirm={(comment) => request.mutate({ ...decision, comment })}
      />
    </>
  );
};
