'use client';
import Link from 'next/link';
import { ArrowUpRight, X } from 'lucide-react';
import { errorText } from '#features/workspace/error-text.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { TestRun } from '#server/designer/read-test-run.ts';
import { Button } from '#ui/button.tsx';
import { formatDuration } from '#ui/format-time.ts';
import { Pill, type Tone } from '#ui/pill.tsx';
import type { TestRunView } from './use-test-run.ts';

const tones: Record<TestRun['state'], Tone> = {
  queued: 'waiting',
  running: 'running',
  waiting: 'waiting',
  succeeded: 'live',
  failed: 'failed',
  cancelled: 'skipped',
};

/** The state of the test run, above the canvas. Renders nothing if there is none. */
export const TestBar = ({ test }: { readonly test: TestRunView }) => {
  const { pathTo } = useWorkspace();
  const { run, error, ignored, isRunning } = test;
  if (run === undefined && !isRunning && ignored === undefined && (error === null || error === undefined)) return null;
  return (
    <div role="status" className="flex min-h-9 shrink-0 items-center gap-2 border-b border-line bg-raised px-3 py-1">
      {run === undefined ? (
        <Beginning test={test} />
      ) : (
        <>
          <Pill tone={tones[run.state]}>test {run.state}</Pill>
          <span className="text-muted">{run.steps.length} steps</span>
          {run.startedAt !== null && run.finishedAt !== null && (
            <span className="text-muted">{formatDuration(run.finishedAt.getTime() - run.startedAt.getTime())}</span>
          )}
          {run.errorMessage !== null && (
            <span className="min-w-0 flex-1 truncate text-failed" title={run.errorMessage}>
              {run.errorMessage}
            </span>
          )}
          <Link
            href={pathTo('runs', run.id)}
            className="ml-auto flex items-center gap-1 text-small text-muted hover:text-text"
          >
            open run
            <ArrowUpRight aria-hidden className="size-3.5" />
          </Link>
        </>
      )}
      {!isRunning && (
        <Button variant="ghost" size="icon" aria-label="Close the test" icon={<X aria-hidden />} onClick={test.clear} />
      )}
    </div>
  );
};

/** The state of a test that has no run yet: starting, refused, or with an event that would be ignored. */
const Beginning = ({ test }: { readonly test: TestRunView }) => {
  const { error, ignored, isRunning, runAnyway } = test;
  if (error !== null && error !== undefined) return <span className="text-failed">{errorText(error)}</span>;
  if (isRunning || ignored === undefined) return <Pill tone="running">starting the test</Pill>;
  return (
    <>
      <Pill tone="skipped">not started</Pill>
      <span className="min-w-0 flex-1">{ignored}</span>
      <Button onClick={runAnyway}>Run it anyway</Button>
    </>
  );
};
