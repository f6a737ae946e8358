import { randomBytes } from 'node:crypto';
import type { FlowDocument } from '@throughline/core/flow';
import { readFlow } from '@throughline/core/flow/read-flow';
import { requireRunnable } from '@throughline/core/flow/require-runnable';
import { withOrganisation } from '@throughline/core/db';
import { UnreadableFlowError } from '@throughline/core/db/events/live-flow';
import { untilDatabaseAnswers } from '../store/database-down.ts';
import { claimRun } from '../store/begin-run.ts';
import { loadRepeatedRunIds, loadRun } from '../store/load-run.ts';
import { loadVersion } from '../store/load-version.ts';
import { durationMs } from '@throughline/core/flow/duration-ms';
import { Evaluator } from '../run/evaluator.ts';
import { inOrganisation } from '../run/in-organisation.ts';
import { journalOf, type JournalMark } from '../run/journals.ts';
import { PinnedDocuments } from '../run/pinned-documents.ts';
import type { RunContext, Services } from '../run/run-context.ts';
import type { Scope } from '../run/scope.ts';
import { StepLog } from '../run/step-log.ts';
import { knownFromStart, testStart } from '../run/test-start.ts';
import { wayToItem } from '../run/way-to-item.ts';

export interface ContextInput extends JournalMark {
  readonly organisationId: string;
  readonly runId: string;
  readonly workflowId: string;
  readonly firstPosition?: number | undefined;
  readonly callersDeadlineMs?: number | undefined;
}

/**
 * Anyone who may edit a flow may test it as often as they like, so an evaluation in a test gets a tenth of the usual
 * work.
 */
const maxTestTicks = 2_000_000;

/**
 * Loads a run. None of it is journaled: all of it was fixed when the run was accepted, so a worker that takes the run
 * over reads the same.
 */
export async function buildContext(
  services: Services,
  { organisationId, runId, workflowId, firstPosition, callersDeadlineMs = Infinity, ...mark }: ContextInput,
): Promise<{ context: RunContext; scope: Scope }> {
  const at = { services, organisationId };
  const loaded = await inOrganisation(at, async (tx) => {
    await claimRun(tx, runId, services.lease.workerId);
    const found = await loadRun(tx, runId);
    return { ...found, repeatedRunIds: await loadRepeatedRunIds(tx, found.run) };
  });
  const { run } = loaded;
  const flow = flowOf(loaded);
  // This was checked when the run was accepted. It is checked again because a part finds its step by id, so no document
  // may run unchecked.
  requireRunnable(flow);
  const draftPins = run.draftPins ?? {};
  const documents = new PinnedDocuments(run.pins, draftPins, (versionId) =>
    inOrganisation(at, (tx) => loadVersion(tx, versionId)),
  );
  // The time that a run spent parked or queued does not count against its timeout.
  const ownDeadlineMs = (run.startedAt ?? run.createdAt).getTime() + durationMs(flow.settings.timeout);
  const context: RunContext = {
    services,
    organisationId,
    environmentId: run.environmentId,
    definitionId: run.definitionId,
    runId,
    workflowId,
    mode: run.mode,
    isCalled: run.parentRunId !== null,
    flow,
    facts: {
      key: loaded.flowKey,
      name: loaded.flowName,
      version: loaded.versionNumber,
      runId,
      mode: run.mode,
      environment: loaded.environmentKey,
      startedAt: run.createdAt.toISOString(),
      businessKey: run.businessKey,
    },
    documents,
    evaluator: evaluatorOf(organisationId, run, documents),
    stepLog: stepLogOf(at, runId, firstPosition),
    target: run.target,
    way: (run.target?.kind === 'item' ? wayToItem(flow.body, run.target.place) : undefined) ?? new Set(),
    start: testStart(flow.body, run.target),
    repeatedRunIds: loaded.repeatedRunIds,
    businessLabel: run.businessLabel,
    traceId: run.traceId ?? randomBytes(16).toString('hex'),
    origins: new Map(),
    undo: [],
    deadlineMs: Math.min(ownDeadlineMs, callersDeadlineMs),
    isCallersDeadline: callersDeadlineMs < ownDeadlineMs,
    pureSteps: 0,
    journal: journalOf(mark),
    response: undefined,
    lastOutput: undefined,
  };
  const scope: Scope = { trigger: run.trigger, steps: knownFromStart(context.start), flow: context.facts };
  return { context, scope };
}

/** The release that accepted the run may have been a later one. */
function flowOf({ run, document, flowName, versionNumber }: Awaited<ReturnType<typeof loadRun>>): FlowDocument {
  const read = readFlow(run.draftDocument ?? document);
  if (read.isReadable) return read.flow;
  throw new UnreadableFlowError({
    which:
      versionNumber === null
        ? `The draft of the flow "${flowName}"`
        : `Version ${versionNumber} of the flow "${flowName}"`,
    problem: read.problem,
    wayOut: 'Publish a version that can be read, then replay.',
    versionId: run.versionId ?? undefined,
  });
}

const stepLogOf = (
  { services, organisationId }: Pick<RunContext, 'services' | 'organisationId'>,
  runId: string,
  firstPosition: number | undefined,
): StepLog =>
  new StepLog(
    runId,
    (work) => untilDatabaseAnswers(() => withOrganisation(services.db, organisationId, work)),
    services.now,
    firstPosition,
  );

const evaluatorOf = (
  organisationId: string,
  { createdAt, mode }: Pick<RunContext, 'mode'> & { readonly createdAt: Date },
  documents: PinnedDocuments,
): Evaluator =>
  new Evaluator(
    organisationId,
    createdAt.getTime(),
    (names) => documents.tables(names),
    mode === 'test' ? maxTestTicks : undefined,
  );
