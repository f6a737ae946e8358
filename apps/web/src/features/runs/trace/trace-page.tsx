'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Route } from 'lucide-react';
import { CopyButton } from '#ui/copy-button.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Panel } from '#ui/panel.tsx';
import { Pager } from '#ui/pager.tsx';
import { EmptyState } from '#ui/states.tsx';
import { useUrlState } from '#ui/use-url-state.ts';
import { LinkLine } from '../../links/link-line.tsx';
import { MaskedNote } from '../../workspace/masked-note.tsx';
import { QueryView } from '../../workspace/query-view.tsx';
import { useTRPC } from '../../workspace/trpc.ts';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { TraceLine } from './trace-line.tsx';
import { traceMoments, type Trace } from './trace-moments.ts';

const pollMs = 5000;

/** Everything that happened for one business key, across runs and systems. */
export const TracePage = ({ businessKey }: { readonly businessKey: string }) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const [url, setUrl] = useUrlState({ page: '1' });
  const query = useQuery(
    trpc.runs.trace.queryOptions(
      { environment: environment.key, businessKey, page: Number(url.page) || 1 },
      { refetchInterval: pollMs, placeholderData: keepPreviousData },
    ),
  );
  return (
    <QueryView query={query}>
      {(trace) => <LoadedTrace trace={trace} onPage={(page) => setUrl({ page: String(page) })} />}
    </QueryView>
  );
};

interface LoadedTraceProps {
  readonly trace: Trace;
  readonly onPage: (page: number) => void;
}

const LoadedTrace = ({ trace, onPage }: LoadedTraceProps) => {
  const { pathTo } = useWorkspace();
  const label = trace.runs.find(({ businessLabel }) => businessLabel !== null)?.businessLabel;
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Runs', href: pathTo('runs') }]}
        title={label ?? trace.businessKey}
        detail={
          <span className="flex items-center font-mono text-small">
            {trace.businessKey}
            <CopyButton text={trace.businessKey} label="Copy the business key" />
          </span>
        }
      />
      <MaskedNote className="px-4 pb-3 lg:px-6" />
      {trace.runs.length === 0 ? (
        <EmptyState icon={<Route aria-hidden />} title="Nothing happened for this key here">
          Check the key, or look in another environment.
        </EmptyState>
      ) : (
        <div className="grid items-start gap-4 px-4 pb-8 lg:grid-cols-[1fr_20rem] lg:px-6">
          <Panel title="What happened">
            <TraceLine moments={traceMoments(trace)} />
            {trace.total > trace.pageSize && <Pager {...trace} onChange={onPage} />}
          </Panel>
          <Panel title="In the systems">
            <LinkLine links={trace.links} />
          </Panel>
        </div>
      )}
    </>
  );
};
