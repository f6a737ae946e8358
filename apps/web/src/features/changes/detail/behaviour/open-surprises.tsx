'use client';
import { Fragment } from 'react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { CircleAlert, CircleHelp } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { countText } from '#ui/count-text.ts';
import { Notice } from '#ui/states.tsx';
import { errorText } from '../../../workspace/error-text.ts';
import type { ChangeDetail } from '../change-detail.ts';
import { fieldName } from './surprise-words.ts';
import { useBehaviour, type ShownSurprise } from './use-behaviour.ts';

const mostNamed = 5;

/** Says that changed outputs keep the change from continuing, and links to each of them. */
export const OpenSurprises = ({ change }: { readonly change: ChangeDetail }) => {
  const path = usePathname();
  const { surprises, query, isCompared } = useBehaviour(change);
  if (isCompared && query.isPending && !query.isError) {
    return (
      <p role="status" className="mt-2 text-small text-muted">
        Comparing outputs with the version before…
      </p>
    );
  }
  if (isCompared && query.isError && query.data === undefined) return <NotCompared query={query} />;
  const open = surprises.filter(({ state }) => state === 'open');
  const rejected = surprises.filter(({ state }) => state === 'rejected');
  const standing = [...open, ...rejected];
  if (standing.length === 0 || change.state === 'withdrawn') return null;
  const parts = [
    ...(open.length === 0 ? [] : [`${countText(open.length, 'surprise')} ${open.length === 1 ? 'is' : 'are'} open`]),
    ...(rejected.length === 0 ? [] : [`${rejected.length} ${rejected.length === 1 ? 'is' : 'are'} rejected`]),
  ];
  const linkTo = ({ definitionId, field }: ShownSurprise): string => {
    const own = change.items.find((item) => item.definitionId === definitionId);
    const used = query.data?.find((each) => each.definitionId === definitionId)?.valueMaps ?? [];
    const shownIn =
      own ??
      change.items.find(({ kind, key, before }) => kind === 'value-map' && before !== null && used.includes(key));
    const parameters = new URLSearchParams({ output: field === '' ? '@result' : field });
    if (shownIn !== undefined) parameters.set('item', `${shownIn.kind}:${shownIn.key}`);
    return `${path}?${parameters.toString()}`;
  };
  const nameOf = (id: string) => query.data?.find(({ definitionId }) => definitionId === id)?.name ?? '';
  return (
    <section aria-label="Surprises" className="mt-2">
      <Notice tone="warn" icon={<CircleHelp aria-hidden />}>
        <strong className="font-medium">{parts.join(', ')}.</strong> {deeds[change.state]}{' '}
        {standing.slice(0, mostNamed).map((each, at) => (
          <Fragment key={`${each.definitionId} ${each.field}`}>
            {at > 0 && ', '}
            <Link href={linkTo(each)} scroll={false} className="font-medium underline">
              {fieldName(each.field)}
            </Link>{' '}
            of {nameOf(each.definitionId)}
          </Fragment>
        ))}
        {standing.length > mostNamed && ` and ${standing.length - mostNamed} more`}.
      </Notice>
    </section>
  );
};

interface NotComparedProps {
  readonly query: ReturnType<typeof useBehaviour>['query'];
}

const NotCompared = ({ query }: NotComparedProps) => (
  <div className="mt-2">
    <Notice tone="fail" icon={<CircleAlert aria-hidden />}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <p className="min-w-0 flex-1 basis-64">
          Outputs could not be compared, so this change cannot be approved or published yet. {errorText(query.error)}
        </p>
        <Button isBusy={query.isFetching} onClick={() => void query.refetch()}>
          Try again
        </Button>
      </div>
    </Notice>
  </div>
);

const deeds: Record<ChangeDetail['state'], string> = {
  open: 'Outputs change, and an approver has to accept each of them:',
  'in-review': 'Outputs change, and it cannot be approved until an approver has accepted each of them:',
  approved: 'Outputs change, and it cannot be published until an approver has accepted each of them:',
  published: 'Outputs change, and it cannot be published further until an approver has accepted each of them:',
  withdrawn: '',
};
