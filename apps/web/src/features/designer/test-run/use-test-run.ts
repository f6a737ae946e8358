'use client';
import { useCallback, useMemo, useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTRPC } from '#features/workspace/trpc.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { FlowDocument } from '@throughline/core/flow';
import type { TestRun, TestStepRun } from '#server/designer/read-test-run.ts';
import type { SampleData } from '../form/data-paths.ts';
import { stepStatesOf, type StepStates } from '../step-state.ts';

/** How often the steps of an active run are requested. */
const pollMs = 350;

const endStates: ReadonlySet<TestRun['state']> = new Set(['succeeded', 'failed', 'cancelled']);

export interface TestRunView {
  readonly run: TestRun | undefined;
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
  readonly start: (flow: FlowDocument, payload: unknown) => void;
  readonly clear: () => void;
}

const noSteps: readonly TestStepRun[] = [];

/** Starts a test run of the flow on screen and follows it until it ends. */
export const useTestRun = (definitionId: string): TestRunView => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const [runId, setRunId] = useState<string>();
  const [payload, setPayload] = useState<unknown>();
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
  const { data: run, error } = useQuery(
    trpc.designer.testRun.queryOptions(
      { runId: runId ?? '' },
      {
        enabled: runId !== undefined,
        refetchInterval: ({ state }) => (state.data !== undefined && endStates.has(state.data.state) ? false : pollMs),
      },
    ),
  );
  const steps = runId === undefined ? noSteps : (run?.steps ?? noSteps);
  const states = useMemo(() => stepStatesOf(steps), [steps]);
  const samples = useMemo(
    () => ({
      trigger: payload ?? recent?.[0]?.payload,
      steps: Object.fromEntries(steps.map(({ stepId, output }) => [stepId, output])),
    }),
    [payload, recent, steps],
  );
  const stepRuns = useCallback((stepId: string) => steps.filter((step) => step.stepId === stepId), [steps]);
  return {
    run: runId === undefined ? undefined : run,
    isRunning: start.isPending || (runId !== undefined && (run === undefined || !endStates.has(run.state))),
    error: start.error ?? error,
    states,
    stepRuns,
    samples,
    ignored: start.data?.ignored ?? undefined,
    runAnyway: () => begin(start.variables && { ...start.variables, isConditionSkipped: true }),
    start: (flow, sample) => {
      setPayload(sample);
      begin({ environment: environment.key, definitionId, flow, payload: sample });
    },
    clear: () => {
      setRunId(undefined);
      start.reset();
    },
  };
};
