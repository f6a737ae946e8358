import Link from 'next/link';
import { FlaskConical, Route } from 'lucide-react';
import { buttonClasses } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { formatDuration } from '#ui/format-time.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { Pill } from '#ui/pill.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { RunStatePill } from '../run-state-pill.tsx';
import { sourceWords } from '../source-words.ts';
import { RunActions } from './run-actions.tsx';
import type { RunDetail } from './run-detail.ts';

export const RunHeader = ({ run }: { readonly run: RunDetail }) => {
  const { pathTo } = useWorkspace();
  const { businessKey, businessLabel } = run;
  return (
    <PageHeader
      crumbs={[{ label: 'Runs', href: pathTo('runs') }]}
      title={businessLabel ?? businessKey ?? `Run ${run.id.slice(-12)}`}
      detail={<RunFacts run={run} />}
      actions={
        <>
          {businessKey !== null && (
            <Link href={pathTo('trace', businessKey)} className={buttonClasses()}>
              <Route aria-hidden />
              Trace
            </Link>
          )}
          <RunActions run={run} />
        </>
      }
    />
  );
};

const RunFacts = ({ run }: { readonly run: RunDetail }) => {
  const { pathTo } = useWorkspace();
  const { startedAt, finishedAt, flowKey } = run;
  return (
    <>
      <RunStatePill state={run.state} />
      {run.mode === 'test' && (
        <Pill tone="review" icon={FlaskConical}>
          Test: writes nothing
        </Pill>
      )}
      {flowKey !== null && (
        <Link href={pathTo('flows', flowKey)} className="text-text hover:underline">
          {run.flowName}{' '}
          <span className="text-muted">{run.versionNumber === null ? 'draft' : `v${run.versionNumber}`}</span>
        </Link>
      )}
      <span>
        {sourceWords[run.source]}
        {run.startedByName !== null && ` by ${run.startedByName}`}, <RelativeTime at={run.createdAt} />
      </span>
      {startedAt !== null && finishedAt !== null && (
        <span>took {formatDuration(finishedAt.getTime() - startedAt.getTime())}</span>
      )}
      {run.businessKey !== null && (
        <span className="flex items-center font-mono text-small">
          {run.businessKey}
          <CopyButton text={run.businessKey} label="Copy the business key" />
        </span>
      )}
      {run.replayOfRunId !== null && (
        <Link href={pathTo('runs', run.replayOfRunId)} className="text-accent hover:underline">
          repeats an earlier run
        </Link>
      )}
    </>
  );
};
