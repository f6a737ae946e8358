import { DBOS } from '@dbos-inc/dbos-sdk';
import { beginRun, type BegunRun } from '../store/begin-run.ts';
import { endOfRun, finishRun } from '../store/finish-run.ts';
import { loadRun } from '../store/load-run.ts';
import type { ExceptionInput } from '../store/open-exceptions.ts';
import { stopSteps } from '../store/stop-steps.ts';
import { boundPayload } from '../run/bound-payload.ts';
import { buildContext } from './build-context.ts';
import type { FlowRunInput, FlowRunResult } from '../run/child-workflows.ts';
import { calledRunLost, runGivenUpCode, type HowLost } from '../failures/called-run-lost.ts';
import { isEngineError } from '../failures/engine-errors.ts';
import { failureOf } from '../failures/failure-of.ts';
import { inOrganisation } from '../run/in-organisation.ts';
import { journalOf, newestJournal } from '../run/journals.ts';
import type { RunContext, Services } from '../run/run-context.ts';
import { RunEnded } from '../failures/run-ended.ts';
import type { Scope } from '../run/scope.ts';
import { targetGone, type FailureFacts } from '../failures/step-failure.ts';
import { inRunSpan } from '../run/trace.ts';
import type { UndoEntry } from '@throughline/core/db/words/replay-target';
import { runTarget } from './run-target.ts';
import { stoppedRun } from '../run/stopped-run.ts';
import { undoEffects } from '../steps/undo-effects.ts';

const nothing: FlowRunResult = { output: null, failure: null, undo: [] };

/**
 * Executes one run from its first step to its end. When another worker resumes it, the journal makes it go the same
 * way.
 */
export async function runFlow(services: Services, input: FlowRunInput, workflowId: string): Promise<FlowRunResult> {
  const reached: Reached = { failure: null, undone: [], undo: [], waitedMs: () => 0 };
  try {
    return await walkFlow(services, input, workflowId, reached);
  } catch (error) {
    if (isEngineError(error) || services.activity.isDraining) throw error;
    return failInside(services, input, error, reached);
  }
}

/** What is known about a run's end before it is stored. It must survive a failure to store it. */
interface Reached {
  failure: FailureFacts | null;
  undone: readonly ExceptionInput[];
  undo: readonly UndoEntry[];
  /** How long the run has waited on purpose. */
  waitedMs: () => number;
}

async function walkFlow(
  services: Services,
  input: FlowRunInput,
  workflowId: string,
  reached: Reached,
): Promise<FlowRunResult> {
  const { organisationId, runId } = input;
  services.boundary('before begin');
  const begun = await DBOS.runStep(
    async () => {
      await services.lease.ensure();
      const { workerId } = services.lease;
      const now = new Date(services.now());
      return inOrganisation({ services, organisationId }, (tx) =>
        beginRun(tx, { runId, workerId, journal: newestJournal, now }),
      );
    },
    { name: 'begin' },
  );
  services.boundary('after begin');
  if (!begun.begins) return skipRun(services, input, begun);
  const { context, scope } = await buildContext(services, {
    organisationId,
    runId,
    workflowId,
    callersDeadlineMs: input.callersDeadlineMs,
    journal: journalOf(begun),
  });
  const { deadlineMs } = context;
  const waitedMs = (): number => context.deadlineMs - deadlineMs;
  const log = services.log.child({ runId, flow: context.facts.key, version: context.facts.version });
  log.info({ businessKey: context.facts.businessKey, traceId: context.traceId }, 'Run begins');
  reached.undo = context.undo;
  reached.waitedMs = waitedMs;
  const failure = await inRunSpan(context, `run ${context.facts.key}`, {}, () => runToEnd(context, scope));
  reached.failure = failure;
  const undone = failure === null || input.isCalled === true ? [] : await takeBack(context);
  reached.undone = undone;
  await context.stepLog.flush();
  services.boundary('before finish');
  const output = context.response ?? boundPayload(context.lastOutput);
  const lost = await finish(context, input, { failure, undone, output, payload: scope.trigger });
  services.boundary('after finish');
  log.info({ state: failure === null ? 'succeeded' : 'failed', code: failure?.code }, 'Run ends');
  if (input.isCalled !== true) return nothing;
  const left = { undo: context.undo, waitedMs: waitedMs() };
  if (lost !== undefined) return { output: null, failure: calledRunLost(runId, lost), ...left, lost };
  const answer = context.response === undefined ? context.lastOutput : context.response.body;
  const isCallersTimeout = failure?.endsRun === true && context.isCallersDeadline;
  return { output: answer ?? null, failure, ...left, isCallersTimeout };
}

async function runToEnd(context: RunContext, scope: Scope): Promise<FailureFacts | null> {
  try {
    await runTarget(context, scope);
    return null;
  } catch (error) {
    if (isEngineError(error)) throw error;
    if (!(error instanceof RunEnded)) return failureOf(error);
    return error.reason === 'target-gone' ? targetGone(error) : null;
  }
}

/** A cancellation ends it early; what is left is then a person's already. */
async function takeBack(context: RunContext): Promise<readonly ExceptionInput[]> {
  try {
    return await undoEffects(context, context.undo);
  } catch (error) {
    if (error instanceof RunEnded) return [];
    throw error;
  }
}

interface End {
  readonly failure: FailureFacts | null;
  readonly undone: readonly ExceptionInput[];
  readonly output: unknown;
  readonly payload: unknown;
}

/** Returns how the run was lost when somebody else had ended it before. */
async function finish(context: RunContext, input: FlowRunInput, end: End): Promise<HowLost | undefined> {
  const { failure } = end;
  const isQuiet = failure === null || input.isCalled === true || context.mode === 'test';
  const ended = await inOrganisation(context, async (tx) => {
    await finishRun(tx, {
      runId: input.runId,
      state: failure === null ? 'succeeded' : 'failed',
      output: end.output,
      error: failure ?? undefined,
      stopped: isQuiet ? undefined : stoppedRun(context.target, failure, end.payload),
      undone: end.undone,
      finishedAt: new Date(context.services.now()),
    });
    return endOfRun(tx, input.runId);
  });
  if (ended?.state === 'cancelled') return 'cancelled';
  return ended?.errorCode === runGivenUpCode && failure?.code !== runGivenUpCode ? 'given-up' : undefined;
}

/** Something failed outside every step. The run must not stay open for ever without anyone knowing. */
async function failInside(
  services: Services,
  input: FlowRunInput,
  error: unknown,
  reached: Reached,
): Promise<FlowRunResult> {
  const { organisationId, runId } = input;
  services.log.error({ err: error, runId }, 'A run failed because of an internal error.');
  const failure: FailureFacts = reached.failure ?? { ...failureOf(error), stepId: 'flow', path: 'flow' };
  const at = new Date(services.now());
  await inOrganisation({ services, organisationId }, async (tx) => {
    const { run } = await loadRun(tx, runId);
    const isQuiet = input.isCalled === true || run.mode === 'test';
    await finishRun(tx, {
      runId,
      state: 'failed',
      output: null,
      error: failure,
      stopped: isQuiet ? undefined : stoppedRun(run.target, failure, run.trigger),
      undone: reached.undone,
      finishedAt: at,
    });
    await stopSteps(tx, runId, { how: 'failed', at });
  });
  return input.isCalled === true
    ? { output: null, failure, undo: reached.undo, waitedMs: reached.waitedMs() }
    : { ...nothing, failure };
}

/** The run was cancelled while it was queued, or a newer event for its key overtook it. It says so and does nothing. */
async function skipRun(
  services: Services,
  { organisationId, runId, isCalled }: FlowRunInput,
  begun: Extract<BegunRun, { begins: false }>,
): Promise<FlowRunResult> {
  if (begun.because === 'finished') {
    return isCalled === true ? { ...nothing, failure: calledRunLost(runId, 'cancelled'), lost: 'cancelled' } : nothing;
  }
  await inOrganisation({ services, organisationId }, (tx) =>
    finishRun(tx, {
      runId,
      state: 'cancelled',
      output: null,
      error: {
        details: [],
        code: 'STALE_EVENT',
        message: `A newer event for the same key was already applied by run ${begun.newerRunId ?? ''}; this older one was skipped.`,
      },
      undone: [],
      finishedAt: new Date(services.now()),
    }),
  );
  return nothing;
}
