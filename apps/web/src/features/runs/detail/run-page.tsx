'use client';
import { useQuery } from '@tanstack/react-query';
import { Eraser } from 'lucide-react';
import { RelativeTime } from '#ui/relative-time.tsx';
import { Notice } from '#ui/states.tsx';
import { useUrlState } from '#ui/use-url-state.ts';
import { MaskedNote } from '../../workspace/masked-note.tsx';
import { QueryView } from '../../workspace/query-view.tsx';
import { useTRPC } from '../../workspace/trpc.ts';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { ApprovalQuestions } from './approval-questions.tsx';
import { RunCanvas } from './run-canvas.tsx';
import { isActive, type RunDetail } from './run-detail.ts';
import { RunHeader } from './run-header.tsx';
import { RunSide } from './run-side.tsx';
import { RunStopped } from './run-stopped.tsx';

const activePollMs = 1000;
const settledPollMs = 15_000;

/**
 * One run: the flow with the state of its steps, and everything that resulted from it. It is updated while the run is
 * active.
 */
export const RunPage = ({ runId }: { readonly runId: string }) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const query = useQuery(
    trpc.runs.one.queryOptions(
      { environment: environment.key, runId },
      {
        refetchInterval: ({ state }) =>
          state.data !== undefined && isActive(state.data) ? activePollMs : settledPollMs,
      },
    ),
  );
  return <QueryView query={query}>{(run) => <LoadedRun run={run} />}</QueryView>;
};

const LoadedRun = ({ run }: { readonly run: RunDetail }) => {
  const [url, setUrl] = useUrlState({ step: '', tab: 'timeline', view: 'drawing' });
  const selected = url.step === '' ? undefined : url.step;
  const select = (stepId: string | undefined) => setUrl({ step: stepId ?? '' });
  return (
    <div className="flex min-h-full flex-col lg:h-full">
      <RunHeader run={run} />
      <RunStopped run={run} onSelect={select} />
      <DataRemoved at={run.dataRemovedAt} />
      <ApprovalQuestions run={run} />
      <MaskedNote className="px-4 pb-3 lg:px-6" />
      <div className="flex min-h-0 flex-1 border-t border-line max-lg:flex-col">
        <div className="min-h-80 min-w-0 flex-1 bg-sunken">
          <RunCanvas
            run={run}
            selected={selected}
            onSelect={select}
            view={url.view}
            onView={(view) => setUrl({ view })}
          />
        </div>
        <RunSide run={run} selected={selected} onSelect={select} tab={url.tab} onTab={(tab) => setUrl({ tab })} />
      </div>
    </div>
  );
};

const DataRemoved = ({ at }: { readonly at: Date | null }) =>
  at !== null && (
    <div className="px-4 pb-3 lg:px-6">
      <Notice tone="info" icon={<Eraser aria-hidden />}>
        Event, steps and results were removed <RelativeTime at={at} />, when the retention of the flow had passed. What
        was delivered and linked is kept. To do it again, start a new run.
      </Notice>
    </div>
  );
