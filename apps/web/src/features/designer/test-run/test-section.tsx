'use client';
import { useState } from 'react';
import { Play } from 'lucide-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { FlowDocument } from '@throughline/core/flow';
import { startAt } from '@throughline/core/flow/start-at';
import { kindOf, type Step } from '@throughline/core/flow/step';
import { useTRPC } from '#features/workspace/trpc.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { TestStepRun } from '#server/designer/read-test-run.ts';
import { Button } from '#ui/button.tsx';
import { formatDuration } from '#ui/format-time.ts';
import { Pill } from '#ui/pill.tsx';
import { Notice } from '#ui/states.tsx';
import { stateTones, stateWords } from '../step-state.ts';
import { DryRun } from './dry-run.tsx';
import { ItemPager } from './item-pager.tsx';
import { LoopItems } from './loop-items.tsx';
import { Payload } from './payload.tsx';
import { PinSection } from './pin-section.tsx';
import type { PinnedOutputs } from './use-pins.ts';
import type { TestRunView } from './use-test-run.ts';

export interface PanelTest {
  readonly runId: string | undefined;
  readonly states: TestRunView['states'];
  readonly stepRuns: TestRunView['stepRuns'];
  /** All of them, for the items of a loop. */
  readonly allRuns: readonly TestStepRun[];
  readonly pinned: PinnedOutputs;
  readonly startFrom: TestRunView['startFrom'];
}

interface TestSectionProps {
  readonly flow: FlowDocument;
  readonly step: Step;
  readonly test: PanelTest;
}

/** What one step did in the last test, item by item where a loop is around it, and what the next test does with it. */
export const TestSection = ({ flow, step, test }: TestSectionProps) => {
  const { can } = useWorkspace();
  const [index, setIndex] = useState(0);
  const runs = test.stepRuns(step.id);
  const shown = runs[Math.min(index, runs.length - 1)];
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      {shown === undefined ? (
        <NotRun reason={test.runId === undefined ? undefined : test.states[step.id]?.reason} />
      ) : (
        <Shown
          {...{ flow, step, test, shown }}
          pager={
            runs.length > 1 && (
              <ItemPager {...{ flow, index, count: runs.length, path: shown.path }} onChange={setIndex} />
            )
          }
        />
      )}
      {can('analyst', 'approver', 'operator') && <NextTest {...{ flow, step, test, shown }} />}
    </div>
  );
};

const NotRun = ({ reason }: { readonly reason: string | undefined }) =>
  reason === undefined ? (
    <p className="text-muted">No test has come here yet.</p>
  ) : (
    <div className="flex flex-col items-start gap-1">
      <Pill tone="skipped">not on the path</Pill>
      <p>{reason}</p>
    </div>
  );

interface ShownProps extends TestSectionProps {
  readonly shown: TestStepRun;
  readonly pager: React.ReactNode;
}

const endStates: ReadonlySet<TestStepRun['state']> = new Set(['succeeded', 'pinned', 'failed', 'skipped', 'disabled']);

const Shown = ({ flow, step, test, shown, pager }: ShownProps) => {
  const trpc = useTRPC();
  const { runId } = test;
  const isEnded = endStates.has(shown.state);
  const { data, isLoading } = useQuery(
    trpc.designer.testStep.queryOptions(isEnded && runId !== undefined ? { runId, path: shown.path } : skipToken, {
      staleTime: Infinity,
    }),
  );
  return (
    <>
      <div className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1">
        <Pill tone={stateTones[shown.state]}>{stateWords[shown.state]}</Pill>
        {shown.durationMs !== null && <span className="text-muted">{formatDuration(shown.durationMs)}</span>}
        {shown.attempts > 1 && <span className="text-muted">{shown.attempts} attempts</span>}
        {pager}
      </div>
      <HowItWent step={step} shown={shown} />
      {shown.errorMessage !== null && (
        <Notice tone="fail">
          <p>{shown.errorMessage}</p>
        </Notice>
      )}
      {isLoading && (
        <p role="status" className="text-muted">
          Reading what it worked on …
        </p>
      )}
      {data != null && <DryRun output={data.output} />}
      {kindOf(step).control.runs === 'body-per-item' && shown.state !== 'pinned' && (
        <LoopItems {...{ flow, step, path: shown.path, runs: test.allRuns, items: shown.items }} />
      )}
      {data != null && shown.state !== 'pinned' && <Payload title="Input" value={data.input} />}
      {data != null && shown.state !== 'failed' && <Payload title="Output" value={data.output} />}
    </>
  );
};

/** Why the step was not executed, or which way it took. */
const HowItWent = ({ step, shown }: { readonly step: Step; readonly shown: TestStepRun }) => {
  const said = sentenceOf(step, shown);
  return said === undefined ? null : <p>{said}</p>;
};

function sentenceOf(step: Step, { state, taken }: TestStepRun): string | undefined {
  if (state === 'disabled') return 'It is disabled, so it was passed over.';
  if (state === 'skipped') return 'The test began behind it, and nothing is known of its output.';
  if (state === 'pinned') return 'It was not executed: the output was pinned, or is that of the test before.';
  if (taken === null) return undefined;
  const title = kindOf(step)
    .slots(step.config)
    .find(({ slot }) => slot === taken)?.title;
  return `It took “${title ?? taken}”.`;
}

interface NextTestProps extends TestSectionProps {
  readonly shown: TestStepRun | undefined;
}

/** What the next test does with this step. */
const NextTest = ({ flow, step, test, shown }: NextTestProps) => {
  const canBegin = startAt(flow.body, step.id) !== undefined;
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-3">
      <h2 className="text-small font-medium">In the next test</h2>
      <PinSection key={step.id} {...{ step, pinned: test.pinned, runId: test.runId }} path={shown?.path} />
      {canBegin ? (
        <Button className="self-start" icon={<Play aria-hidden />} onClick={() => test.startFrom(flow, step.id)}>
          Test from here
        </Button>
      ) : (
        <p className="text-small text-muted">
          A test cannot begin here: not inside a loop or an error lane, and not at a disabled step.
        </p>
      )}
    </section>
  );
};
