import { Fragment } from 'react';
import Link from 'next/link';
import type { ChangeDetail } from './change-detail.ts';
import { RolledBackText } from './rolled-back-text.tsx';

type Standing = ChangeDetail['environments'][number];

/** Who approved a change, and its state in each environment. */
export const ApprovedText = ({ change }: { readonly change: ChangeDetail }) => {
  const approval = change.reviews.findLast(({ decision }) => decision === 'approved');
  const named = ({ name }: { readonly name: string }) => name;
  const live = change.environments.filter(({ state }) => state === 'live').map(named);
  const wasReleased = change.environments.some(({ state }) => state === 'rolled-back' || state === 'replaced');
  const waiting = change.environments.filter(({ state, waitsFor }) => state === 'not-live' && waitsFor !== null);
  return (
    <>
      <strong className="font-medium">
        Approved
        {approval === undefined
          ? ''
          : ` by ${approval.userName ?? 'a former member'}${approval.userEmail === null ? '' : ` (${approval.userEmail})`}`}
        .
      </strong>{' '}
      {live.length > 0 && `Live in ${list(live)}. `}
      {live.length === 0 && !wasReleased && 'It is not live anywhere yet. '}
      {waiting.map(({ key, name, waitsFor }) => (
        <Fragment key={key}>
          {name} follows once it is live in {waitsFor}.{' '}
        </Fragment>
      ))}
      {change.environments.map((standing) => (
        <StandingText key={standing.key} standing={standing} />
      ))}
    </>
  );
};

const list = (names: readonly string[]): string => new Intl.ListFormat('en').format(names);

const StandingText = ({ standing }: { readonly standing: Standing }) => {
  if (standing.rollback !== null) return <RolledBackText name={standing.name} rollback={standing.rollback} />;
  return standing.state === 'replaced' ? <ReplacedText standing={standing} /> : null;
};

/** Where a later change is live, this one can only come back by rolling that one back. */
const ReplacedText = ({ standing }: { readonly standing: Standing }) => {
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
