'use client';
import Link from 'next/link';
import { ArrowUpRight, X } from 'lucide-react';
import { errorText } from '#features/workspace/error-text.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { TestRun } from '#server/designer/read-test-run.ts';
import { findStep } from '@throughline/core/flow/walk';
import { Button } from '#ui/button.tsx';
import { countText } from '#ui/count-text.ts';
import { formatDuration } from '#ui/format-time.ts';
import { Pill, type Tone } from '#ui/pill.tsx';
import { failedStep } from './path-reasons.ts';
import type { TestRunView } from './use-test-run.ts';

const tones: Record<TestRun['state'], Tone> = {
  queued: 'waiting',
  running: 'running',
  waiting: 'waiting',
  succeeded: 'live',
  failed: 'failed',
  cancelled: 'skipped',
};

interface TestBarProps {
  readonly test: TestRunView;
  /** Leads to a step. */
  readonly onJump: (stepId: string) => void;
}

/** The state of the test run, above the canvas. Renders nothing if there is none. */
export const TestBar = ({ test, onJump }: TestBarProps) => {
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
          <span className="shrink-0 text-muted">{whatRan(test)}</span>
          {run.startedAt !== null && run.finishedAt !== null && (
            <span className="shrink-0 text-muted">
              {formatDuration(run.finishedAt.getTime() - run.startedAt.getTime())}
            </span>
          )}
          {run.errorMessage !== null && <Stopped run={run} tested={test.tested} onJump={onJump} />}
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

/** How many steps ran, where the test began, and how many outputs were given. */
function whatRan({ run, tested }: TestRunView): string {
  const pinned = run?.steps.filter(({ state }) => state === 'pinned').length ?? 0;
  const from = tested?.from == null ? undefined : findStep(tested.flow.body, tested.from)?.step.name;
  return [
    ...(from === undefined ? [] : [`from “${from}”`]),
    countText((run?.stepCount ?? 0) - pinned, 'step'),
    ...(pinned === 0 ? [] : [`${pinned} not executed, with a given output`]),
  ].join(', ');
}

interface StoppedProps extends Pick<TestBarProps, 'onJump'> {
  readonly run: NonNullable<TestRunView['run']>;
  readonly tested: TestRunView['tested'];
}

/** What stopped the test, in words, and the way to the step. */
const Stopped = ({ run, tested, onJump }: StoppedProps) => {
  const failed = failedStep(run);
  const step = failed === undefined || tested === undefined ? undefined : findStep(tested.flow.body, failed)?.step;
  return (
    <>
      <span className="min-w-0 flex-1 truncate text-failed" title={run.errorMessage ?? undefined}>
        {run.errorMessage}
      </span>
      {step !== undefined && <Button onClick={() => onJump(step.id)}>Go to “{step.name}”</Button>}
    </>
  );
};
