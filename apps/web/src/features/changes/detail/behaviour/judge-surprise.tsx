'use client';
import { useState } from 'react';
import { Check, MessageSquareText, X } from 'lucide-react';
import type { VerdictKind } from '@throughline/core/mapping/behaviour';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { countText } from '#ui/count-text.ts';
import { errorText } from '../../../workspace/error-text.ts';
import { useWorkspace } from '../../../workspace/workspace-context.ts';
import type { ChangeDetail } from '../change-detail.ts';
import { fieldName } from './surprise-words.ts';
import type { ShownSurprise } from './use-behaviour.ts';
import { useJudge } from './use-judge.ts';

interface JudgeSurpriseProps {
  readonly change: ChangeDetail;
  readonly surprise: ShownSurprise;
  readonly all: readonly ShownSurprise[];
}

type Asked = VerdictKind | 'accept-all';

/** For approvers who wrote none of the change: accept or reject. For analysts: a note that they expect it. */
export const JudgeSurprise = ({ change, surprise, all }: JudgeSurpriseProps) => {
  const { can, person } = useWorkspace();
  const [asked, setAsked] = useState<Asked>();
  const judge = useJudge(change, () => setAsked(undefined));
  const isOwn = change.authors.some(({ id }) => id === person.id);
  const isReviewed = ['in-review', 'approved', 'published'].includes(change.state);
  const open = all.filter(({ state }) => state === 'open');
  const meant = asked === 'accept-all' ? open : [surprise];
  const kind = asked === 'accept-all' ? 'accepted' : asked;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {can('approver') && !isOwn && isReviewed && (
          <VerdictButtons surprise={surprise} all={all} openCount={open.length} onAsk={setAsked} />
        )}
        {can('analyst') && (change.state === 'open' || change.state === 'in-review') && (
          <Button variant="ghost" icon={<MessageSquareText aria-hidden />} onClick={() => setAsked('expected')}>
            Note that you expect it
          </Button>
        )}
      </div>
      {isOwn && can('approver') && isReviewed && surprise.state === 'open' && (
        <p className="text-small text-muted">You worked on this change, so another approver decides.</p>
      )}
      <ConfirmDialog
        key={asked ?? ''}
        isOpen={asked !== undefined}
        onOpenChange={() => setAsked(undefined)}
        title={titleOf(asked, surprise, open.length)}
        description={descriptions[kind ?? 'expected']}
        action={actions[kind ?? 'expected']}
        isDangerous={kind === 'rejected'}
        isBusy={judge.isPending}
        error={judge.isError ? errorText(judge.error) : undefined}
        reason={{ label: 'Reason', isRequired: kind === 'rejected' }}
        onConfirm={(reason) => kind !== undefined && judge.judge(kind, meant, reason)}
      />
    </>
  );
};

interface VerdictButtonsProps extends Omit<JudgeSurpriseProps, 'change'> {
  readonly openCount: number;
  readonly onAsk: (asked: Asked) => void;
}

/** All of them stay whatever was decided, so that the focus has where to return after a decision. */
const VerdictButtons = ({ surprise, all, openCount, onAsk }: VerdictButtonsProps) => (
  <>
    <Button icon={<Check aria-hidden />} aria-pressed={surprise.state === 'accepted'} onClick={() => onAsk('accepted')}>
      Accept
    </Button>
    <Button icon={<X aria-hidden />} aria-pressed={surprise.state === 'rejected'} onClick={() => onAsk('rejected')}>
      Reject
    </Button>
    {all.length > 1 && (
      <Button
        variant="ghost"
        aria-disabled={openCount === 0}
        onClick={() => {
          if (openCount > 0) onAsk('accept-all');
        }}
      >
        Accept all open ({openCount})
      </Button>
    )}
  </>
);

const titleOf = (asked: Asked | undefined, { field }: ShownSurprise, count: number): string => {
  switch (asked) {
    case 'accept-all':
      return `Accept ${countText(count, 'changed output')}?`;
    case 'rejected':
      return `Reject the change of ${fieldName(field)}?`;
    case 'accepted':
      return `Accept the change of ${fieldName(field)}?`;
    default:
      return `Expect the change of ${fieldName(field)}?`;
  }
};

const descriptions: Record<VerdictKind, string> = {
  accepted: 'You say that these outputs are right. This holds for exactly these texts; another text opens it again.',
  rejected: 'While it is rejected, the change cannot be approved or published.',
  expected: 'Your note tells the reviewer that you want this. An approver who did not work on the change accepts it.',
};

const actions: Record<VerdictKind, string> = { accepted: 'Accept', rejected: 'Reject', expected: 'Save note' };
