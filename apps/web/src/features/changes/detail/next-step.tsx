import { Fragment, type ReactNode } from 'react';
import Link from 'next/link';
import { CircleCheck, Eye, PencilLine, XCircle } from 'lucide-react';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import type { ChangeDetail } from './change-detail.ts';
import { PublishButtons } from './publish-buttons.tsx';
import { ReviewButtons } from './review-buttons.tsx';
import { SubmitButton } from './submit-button.tsx';

/** What this change waits for, from whom, and the button for it when that is you. */
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
          icon={<CircleCheck aria-hidden />}
          look="border-live/40 bg-live-soft"
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
  const names = new Intl.ListFormat('en').format(change.authors.map(({ name }) => name));
  const isOwn = change.authors.some(({ id }) => id === person.id);
  return (
    <>
      <strong className="font-medium">Needs the approval of one approver who did not work on it</strong> (not {names}).
      {isOwn && ' You worked on it, so another person has to approve.'}
      {!isOwn && !can('approver') && ' Your role does not approve changes.'}
    </>
  );
};

const ApprovedText = ({ change }: { readonly change: ChangeDetail }) => {
  const approval = change.reviews.findLast(({ decision }) => decision === 'approved');
  const live = change.environments.filter(({ state }) => state === 'live').map(({ name }) => name);
  const replaced = change.environments.filter(({ state }) => state === 'replaced');
  return (
    <>
      <strong className="font-medium">
        Approved{approval === undefined ? '' : ` by ${approval.userName ?? 'a former member'}`}.
      </strong>{' '}
      {live.length > 0 && `Live in ${new Intl.ListFormat('en').format(live)}.`}
      {live.length === 0 && replaced.length === 0 && 'It is not live anywhere.'}
      {replaced.map((standing) => (
        <ReplacedText key={standing.key} standing={standing} />
      ))}
    </>
  );
};

/** Where a later change is live, this one comes back only by rolling that back. */
const ReplacedText = ({ standing }: { readonly standing: ChangeDetail['environments'][number] }) => {
  const path = `/${encodeURIComponent(standing.key)}/changes`;
  return (
    <p>
      In {standing.name} it was replaced since:{' '}
      {standing.replacements.map(({ name, versionNumber, changeNumber }, at) => (
        <Fragment key={name}>
          {at > 0 && ', '}
          {name} is live in version {versionNumber}
          {changeNumber !== null && (
            <>
              {' '}
              by{' '}
              <Link href={`${path}/${changeNumber}`} className="font-medium underline">
                change {changeNumber}
              </Link>
            </>
          )}
        </Fragment>
      ))}
      . To return to this one,{' '}
      <Link href={`${path}?view=releases`} className="font-medium underline">
        roll the later release back
      </Link>
      .
    </p>
  );
};
