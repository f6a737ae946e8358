import type { ReactNode } from 'react';
import { CircleCheck, Eye, PencilLine, Undo2, XCircle } from 'lucide-react';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { ApprovedText } from './approved-text.tsx';
import type { ChangeDetail } from './change-detail.ts';
import { PublishButtons } from './publish-buttons.tsx';
import { ReviewButtons } from './review-buttons.tsx';
import { SubmitButton } from './submit-button.tsx';

/** Says what this change is waiting for and from whom, and offers the button if that is the current person. */
export const NextStep = ({ change }: { readonly change: ChangeDetail }) => {
  const { can } = useWorkspace();
  switch (change.state) {
    case 'open':
      return (
        <Band
          icon={<PencilLine aria-hidden />}
          look="border-line"
          action={can('analyst') && <SubmitButton change={change} />}
        >
          <OpenText change={change} />
        </Band>
      );
    case 'in-review':
      return (
        <Band
          icon={<Eye aria-hidden />}
          look="border-review/40 bg-review-soft"
          action={<ReviewButtons change={change} />}
        >
          <ReviewText change={change} />
        </Band>
      );
    case 'approved':
    case 'published':
      return (
        <Band
          icon={change.isRolledBack ? <Undo2 aria-hidden /> : <CircleCheck aria-hidden />}
          look={change.isRolledBack ? 'border-review/40 bg-review-soft' : 'border-live/40 bg-live-soft'}
          action={<PublishButtons change={change} />}
        >
          <ApprovedText change={change} />
        </Band>
      );
    case 'withdrawn':
      return (
        <Band icon={<XCircle aria-hidden />} look="border-line">
          Withdrawn. Its drafts can go into another change.
        </Band>
      );
  }
};

interface BandProps {
  readonly icon: ReactNode;
  readonly look: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

const Band = ({ icon, look, action, children }: BandProps) => (
  <div className={`flex flex-wrap items-center gap-3 rounded-lg border px-4 py-2.5 ${look}`}>
    <span className="[&_svg]:size-4">{icon}</span>
    <div className="min-w-0 flex-1 basis-64">{children}</div>
    {action}
  </div>
);

const OpenText = ({ change }: { readonly change: ChangeDetail }) => {
  const asked = change.reviews.findLast(({ decision }) => decision === 'changes-requested');
  if (asked !== undefined) {
    return (
      <>
        <strong className="font-medium">{asked.userName ?? 'A reviewer'} asked for changes.</strong> {asked.comment}
      </>
    );
  }
  return <>Open: the drafts can still be edited. Submitting checks them as a whole and freezes what is reviewed.</>;
};

const ReviewText = ({ change }: { readonly change: ChangeDetail }) => {
  const { can, person } = useWorkspace();
  const names = new Intl.ListFormat('en').format(change.authors.map(({ name, email }) => `${name} (${email})`));
  const isOwn = change.authors.some(({ id }) => id === person.id);
  return (
    <>
      <strong className="font-medium">Needs the approval of one approver who did not work on it</strong> (not {names}).
      {isOwn && ' You worked on it, so another person has to approve.'}
      {!isOwn && !can('approver') && ' Your role does not approve changes.'}
    </>
  );
};
