'use client';
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert, PackageOpen } from 'lucide-react';
import { EmptyState, Notice } from '#ui/states.tsx';
import { useUrlState } from '#ui/use-url-state.ts';
import { QueryView } from '../../workspace/query-view.tsx';
import { useTRPC } from '../../workspace/trpc.ts';
import { BehaviourSection } from './behaviour/behaviour-section.tsx';
import { OpenSurprises } from './behaviour/open-surprises.tsx';
import { ChangeHeader } from './change-header.tsx';
import { ChangeSide } from './change-side.tsx';
import type { ChangeDetail } from './change-detail.ts';
import { FailingTests } from './failing-tests.tsx';
import { HeardBefore } from './heard-before.tsx';
import { ItemDiff } from './item-diff.tsx';
import { ItemTabs } from './item-tabs.tsx';
import { NextStep } from './next-step.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { ReviewContext } from './threads/review-context.ts';

const pollMs = 10_000;

/**
 * One change as a reviewer sees it: its contents compared with the previous state, the discussion, and where it is
 * live.
 */
export const ChangePage = ({ number }: { readonly number: number }) => {
  const trpc = useTRPC();
  const query = useQuery(trpc.changes.one.queryOptions({ number }, { refetchInterval: pollMs }));
  return <QueryView query={query}>{(change) => <LoadedChange change={change} />}</QueryView>;
};

const LoadedChange = ({ change }: { readonly change: ChangeDetail }) => {
  const [url, setUrl] = useUrlState({ item: '', output: '', thread: '' });
  const item = change.items.find(({ kind, key }) => `${kind}:${key}` === url.item) ?? change.items[0];
  const review = useMemo(() => (item === undefined ? undefined : { change, item }), [change, item]);
  return (
    <>
      <ChangeHeader change={change} />
      <div className="px-4 pb-4 lg:px-6">
        <NextStep change={change} />
        <FailingTests change={change} />
        <OpenSurprises change={change} />
        <HeardBefore change={change} />
      </div>
      <div className="grid items-start gap-4 px-4 pb-8 lg:px-6 xl:grid-cols-[minmax(0,1fr)_21rem]">
        <section aria-label="Contents" className="min-w-0 rounded-lg border border-line bg-raised">
          {item === undefined ? (
            <EmptyState icon={<PackageOpen aria-hidden />} title="This change is empty">
              Add the drafts that should go live together.
            </EmptyState>
          ) : (
            <>
              <ItemTabs
                change={change}
                selected={item}
                onSelect={({ kind, key }) => setUrl({ item: `${kind}:${key}`, output: '', thread: '' })}
              />
              {item.hasNewerDraft && (
                <div className="px-4 pt-3">
                  <Notice tone="warn" icon={<CircleAlert aria-hidden />}>
                    Somebody went on with this draft after it was submitted. What is reviewed here is what was
                    submitted.
                  </Notice>
                </div>
              )}
              <StaleNotice change={change} item={item} />
              <BehaviourSection key={`${item.id} behaviour`} change={change} item={item} />
              <ReviewContext value={review}>
                {/* A link to a discussion opens its place anew. */}
                <ItemDiff key={`${item.id} ${url.thread}`} item={item} />
              </ReviewContext>
            </>
          )}
        </section>
        <ChangeSide change={change} />
      </div>
    </>
  );
};
