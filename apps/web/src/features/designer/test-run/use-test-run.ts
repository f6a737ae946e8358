'use client';
import { useCallback, useMemo, useState } from 'react';
import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useTRPC } from '#features/workspace/trpc.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import { useLatest } from '#features/jsonata/use-latest.ts';
import type { FlowDocument } from '@throughline/core/flow';
import { walkSteps } from '@throughline/core/flow/walk';
import type { TestRun, TestStepRun } from '#server/designer/read-test-run.ts';
import type { SampleData } from '../form/data-paths.ts';
import { stepStatesOf, type StepStates } from '../step-state.ts';
import { pathReasons } from './path-reasons.ts';
import { usePins, type PinnedOutputs, type Pins } from './use-pins.ts';

/** How often the steps of an active run are requested. */
const pollMs = 350;

const endStates: ReadonlySet<TestRun['state']> = new Set(['succeeded', 'failed', 'cancelled']);

export interface TestRunView {
  readonly run: TestRun | undefined;
  /** The flow as it was when the test started, and where it began; undefined before the first test. */
  readonly tested: Tested | undefined;
  readonly isRunning: boolean;
  readonly error: unknown;
  /** Why a live event like the sample would not start a run; undefined if it would. */
  readonly ignored: string | undefined;
  /** Runs the sample even though its event would be ignored. */
  readonly runAnyway: () => void;
  readonly states: StepStates;
  readonly stepRuns: (stepId: string) => readonly TestStepRun[];
  /**
   * The data of the trigger and the steps in the last test; before the first test, the latest event that the flow
   * received.
   */
  readonly samples: SampleData;
  readonly pinned: PinnedOutputs;
  readonly start: (flow: FlowDocument, payload: unknown) => void;
  /** Begins at a step, with what the steps before it gave in the last test. It keeps its identity. */
  readonly startFrom: (flow: FlowDocument, stepId: string) => void;
  readonly clear: () => void;
}

export interface Tested {
  readonly flow: FlowDocument;
  /** The step at which it began; null for the trigger. */
  readonly from: string | null;
}

const noSteps: readonly TestStepRun[] = [];

/** Starts a test run of the flow on screen and follows it until it ends. */
export const useTestRun = (definitionId: string): TestRunView => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const [runId, setRunId] = useState<string>();
  const [payload, setPayload] = useState<unknown>();
  const [tested, setTested] = useState<Tested>();
  const pinned = usePins(definitionId);
  const { data: recent } = useQuery(
    trpc.designer.samples.queryOptions({ environment: environment.key, definitionId }, { staleTime: Infinity }),
  );
  const start = useMutation(
    trpc.designer.startTest.mutationOptions({ onSuccess: ({ runId: started }) => setRunId(started ?? undefined) }),
  );
  const begin = (input: typeof start.variables) => {
    setRunId(undefined);
    if (input !== undefined) start.mutate(input);
  };
  const { run, error, outputs } = useFollowedRun(runId);
  const steps = run?.steps ?? noSteps;
  const trigger = payload ?? recent?.[0]?.payload;
  const samples = useMemo(() => ({ trigger, steps: outputs }), [trigger, outputs]);
  const startAt = (flow: FlowDocument, sample: unknown, from: { stepId: string; runId: string | null } | null) => {
    setPayload(sample);
    setTested({ flow, from: from?.stepId ?? null });
    const pins = pinsIn(flow, pinned.pins);
    begin({ environment: environment.key, definitionId, flow, payload: sample, pins, from });
  };
  const latest = useLatest((flow: FlowDocument, stepId: string) =>
    startAt(flow, trigger ?? null, { stepId, runId: run?.finishedAt == null ? null : run.id }),
  );
  const startFrom = useCallback<TestRunView['startFrom']>((flow, stepId) => latest.current(flow, stepId), [latest]);
  return {
    run,
    tested,
    isRunning: start.isPending || (runId !== undefined && (run === undefined || !endStates.has(run.state))),
    error: start.error ?? error,
    states: useStates(run, tested),
    stepRuns: useCallback((stepId: string) => steps.filter((step) => step.stepId === stepId), [steps]),
    samples,
    pinned,
    ignored: start.data?.ignored ?? undefined,
    runAnyway: () => begin(start.variables && { ...start.variables, isConditionSkipped: true }),
    start: (flow, sample) => startAt(flow, sample, null),
    startFrom,
    clear: () => {
      setRunId(undefined);
      start.reset();
    },
  };
};

const noOutputs: Readonly<Record<string, unknown>> = {};

/** The run with its steps until it ends, and then what they gave. */
const useFollowedRun = (runId: string | undefined) => {
  const trpc = useTRPC();
  const { data, error } = useQuery(
    trpc.designer.testRun.queryOptions(runId === undefined ? skipToken : { runId }, {
      refetchInterval: ({ state }) => (state.data !== undefined && endStates.has(state.data.state) ? false : pollMs),
    }),
  );
  const run = runId === undefined ? undefined : data;
  const isEnded = run !== undefined && endStates.has(run.state);
  const { data: outputs } = useQuery(
    trpc.designer.testOutputs.queryOptions(isEnded ? { runId: run.id } : skipToken, { staleTime: Infinity }),
  );
  return { run, error, outputs: outputs ?? noOutputs };
};

/** The state of each step; once the test has ended, also why a step was not on its path. */
const useStates = (run: TestRun | undefined, tested: Tested | undefined): StepStates =>
  useMemo(() => {
    const states = stepStatesOf(run?.steps ?? noSteps);
    if (run === undefined || tested === undefined || !endStates.has(run.state)) return states;
    const skipped = [...pathReasons(tested.flow, run)].map(
      ([id, reason]) => [id, { state: 'skipped', reason }] as const,
    );
    return { ...states, ...Object.fromEntries(skipped) };
  }, [run, tested]);

/** A pin outlives its step in case the step comes back. */
function pinsIn({ body }: FlowDocument, pins: Pins): Pins {
  const ids = new Set([...walkSteps(body)].map(({ step }) => step.id));
  return Object.fromEntries(Object.entries(pins).filter(([id]) => ids.has(id)));
}
