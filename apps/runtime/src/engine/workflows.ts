import { DBOS } from '@dbos-inc/dbos-sdk';
import { engineWorkflows } from '@throughline/core/db/runs/engine-names';
import { answerRequest, type AnswerInput } from '../requests/answer-request.ts';
import { calledRunLost } from '../failures/called-run-lost.ts';
import { howLost, partLost } from '../failures/engine-errors.ts';
import type { ChildWorkflows, FlowRunInput, FlowRunResult, PartInput } from '../run/child-workflows.ts';
import { calledRunEnded } from './called-run-ended.ts';
import { runFlow } from './run-flow.ts';
import { runPart } from './run-part.ts';
import type { Services } from '../run/run-context.ts';
import { stopRun, type StopRunInput } from './stop-run.ts';

/** Set when the process starts, because the engine requires workflows to be registered before that. */
let current: Services | undefined;

export function provideServices(services: Services): void {
  current = services;
}

function services(): Services {
  if (current === undefined) throw new Error('A workflow began before the runtime had started.');
  return current;
}

const workflowId = (): string => DBOS.workflowID ?? '';

const runFlowWorkflow = DBOS.registerWorkflow((input: FlowRunInput) => runFlow(services(), input, workflowId()), {
  name: engineWorkflows.runFlow,
  maxRecoveryAttempts: 1000,
});

const runPartWorkflow = DBOS.registerWorkflow((input: PartInput) => runPart(services(), input, workflowId()), {
  name: engineWorkflows.runPart,
  maxRecoveryAttempts: 1000,
});

DBOS.registerWorkflow((input: AnswerInput) => answerRequest(services(), input), {
  name: engineWorkflows.answerRequest,
});

DBOS.registerWorkflow((input: StopRunInput) => stopRun(services(), input), { name: engineWorkflows.stopRun });

export const childWorkflows: ChildWorkflows = {
  async startPart(id, input) {
    const handle = await DBOS.startWorkflow(runPartWorkflow, { workflowID: id })(input);
    return {
      result: () =>
        handle.getResult().catch((error: unknown) => {
          throw howLost(id, error) === undefined ? error : partLost(id);
        }),
    };
  },
  async startFlow(id, input) {
    const handle = await DBOS.startWorkflow(runFlowWorkflow, { workflowID: id })(input);
    const ofLost = (error: unknown): FlowRunResult => {
      const lost = howLost(id, error);
      if (lost === undefined) throw error;
      return { output: null, failure: calledRunLost(id, lost), undo: [], lost };
    };
    return {
      async result() {
        // Only a child in this process has a promise. The result of any other is polled, which notices its cancellation.
        const running: unknown = 'workflowPromise' in handle ? handle.workflowPromise : undefined;
        if (running instanceof Promise) await calledRunEnded(services(), input, running);
        return DBOS.retrieveWorkflow<FlowRunResult>(id).getResult().catch(ofLost);
      },
    };
  },
};
