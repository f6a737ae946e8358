import { and, asc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { OrganisationTx } from '@throughline/core/db';
import { user } from '@throughline/core/db/schema/auth';
import { definition, version } from '@throughline/core/db/schema/definition';
import { run, stepRun } from '@throughline/core/db/schema/run';
import { whyNotReplayable } from '@throughline/core/db/runs/why-not-replayable';
import type { FlowDocument } from '@throughline/core/flow';
import { readFlow } from '@throughline/core/flow/read-flow';
import { Refusal } from '../trpc/refusal.ts';
import { loadRunEffects } from './load-run-effects.ts';

const mostSteps = 2000;

/** A run with the flow that it executed, its steps (without payloads), and what resulted from it. */
export const loadRun = async (tx: OrganisationTx, environmentId: string, runId: string) => {
  const starter = alias(user, 'starter');
  const [found] = await tx
    .select({
      run,
      flowKey: definition.key,
      flowName: definition.name,
      versionNumber: version.number,
      versionDocument: version.document,
      startedByName: starter.name,
    })
    .from(run)
    .leftJoin(definition, eq(definition.id, run.definitionId))
    .leftJoin(version, eq(version.id, run.versionId))
    .leftJoin(starter, eq(starter.id, run.startedBy))
    .where(and(eq(run.id, runId), eq(run.environmentId, environmentId)));
  if (found === undefined) {
    throw new Refusal('not-found', 'RUN_NOT_FOUND', 'There is no such run in this environment.');
  }
  const { run: row, versionDocument, ...names } = found;
  const { draftDocument, draftPins: _drafts, pins: _pins, ...facts } = row;
  return {
    ...facts,
    ...names,
    flow: flowOf(versionDocument ?? draftDocument),
    isReplayable: facts.dataRemovedAt === null && (await whyNotReplayable(tx, runId)) === undefined,
    steps: await loadSteps(tx, runId),
    ...(await loadRunEffects(tx, runId)),
  };
};

/** Undefined for a document that this version of the app cannot read; the page then shows the steps as a list. */
const flowOf = (document: unknown): FlowDocument | undefined => {
  const read = readFlow(document);
  return read.isReadable ? read.flow : undefined;
};

const loadSteps = (tx: OrganisationTx, runId: string) =>
  tx
    .select({
      id: stepRun.id,
      stepId: stepRun.stepId,
      path: stepRun.path,
      kind: stepRun.kind,
      position: stepRun.position,
      state: stepRun.state,
      attempts: stepRun.attempts,
      retries: stepRun.retries,
      errorCode: stepRun.errorCode,
      errorMessage: stepRun.errorMessage,
      startedAt: stepRun.startedAt,
      finishedAt: stepRun.finishedAt,
      durationMs: stepRun.durationMs,
    })
    .from(stepRun)
    .where(eq(stepRun.runId, runId))
    .orderBy(asc(stepRun.position), asc(stepRun.startedAt))
    .limit(mostSteps);
