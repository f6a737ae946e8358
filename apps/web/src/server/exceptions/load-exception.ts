import { and, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { OrganisationTx } from '@throughline/core/db';
import { user } from '@throughline/core/db/schema/auth';
import { connection } from '@throughline/core/db/schema/connection';
import { definition, version } from '@throughline/core/db/schema/definition';
import { exception, run } from '@throughline/core/db/schema/run';
import { loadLiveDocuments } from '@throughline/core/db/definitions/load-documents';
import type { FlowDocument } from '@throughline/core/flow';
import { readFlow } from '@throughline/core/flow/read-flow';
import { fieldsBehind } from '@throughline/core/flow/fields-behind';
import { expressionOf } from '@throughline/core/flow/field-value';
import { findStep } from '@throughline/core/flow/walk';
import { mappingDocument, type MappingDocument } from '@throughline/core/mapping/document';
import { Refusal } from '../trpc/refusal.ts';
import { loadDeliveries } from '../runs/load-deliveries.ts';
import { loadReplayRequests } from './load-replay-requests.ts';

/** One exception with everything that an operator needs: the rule, the payload's shape, and what was already done. */
export const loadException = async (tx: OrganisationTx, environmentId: string, exceptionId: string) => {
  const [resolver, replay] = [alias(user, 'resolver'), alias(run, 'replay')];
  const [found] = await tx
    .select({
      exception,
      ownerName: user.name,
      resolvedByName: resolver.name,
      flowKey: definition.key,
      flowName: definition.name,
      versionNumber: version.number,
      versionDocument: version.document,
      draftDocument: run.draftDocument,
      runStartedAt: run.createdAt,
      replayState: replay.state,
    })
    .from(exception)
    .innerJoin(run, eq(run.id, exception.runId))
    .leftJoin(version, eq(version.id, run.versionId))
    .leftJoin(definition, eq(definition.id, exception.definitionId))
    .leftJoin(user, eq(user.id, exception.ownerUserId))
    .leftJoin(resolver, eq(resolver.id, exception.resolvedBy))
    .leftJoin(replay, eq(replay.id, exception.replayRunId))
    .where(and(eq(exception.id, exceptionId), eq(exception.environmentId, environmentId)));
  if (found === undefined) {
    throw new Refusal('not-found', 'EXCEPTION_NOT_FOUND', 'There is no such exception in this environment.');
  }
  const { exception: row, versionDocument, draftDocument, ...names } = found;
  return {
    ...row,
    ...names,
    targetKind: row.target.kind,
    ...(await describeOrigin(tx, environmentId, versionDocument ?? draftDocument, row)),
    replayRequest: (await loadReplayRequests(tx, [exceptionId])).at(0) ?? null,
    deliveries: await loadDeliveries(tx, row.runId),
  };
};

/** The step at which it stopped, and the object of the system from which the payload most likely comes. */
const describeOrigin = async (
  tx: OrganisationTx,
  environmentId: string,
  document: unknown,
  { stepId, code: ownCode, details }: typeof exception.$inferSelect,
) => {
  const codes = details.length === 0 ? [ownCode] : details.map(({ code }) => code);
  const read = readFlow(document);
  if (!read.isReadable) return { stepName: stepId, rules: [], causes: [], origin: undefined };
  const { trigger, body } = read.flow;
  const step = findStep(body, stepId)?.step;
  const rules =
    step?.kind === 'check'
      ? step.config.rules.map(({ code, message, assert }) => ({ code, message, assert: expressionOf(assert) }))
      : [];
  const broken = rules.filter(({ code }) => codes.includes(code));
  const causes = await findCauses(tx, environmentId, read.flow, broken);
  if (trigger.kind !== 'webhook' && trigger.kind !== 'change') {
    return { stepName: step?.name ?? stepId, rules, causes, origin: undefined };
  }
  const [source] = await tx
    .select({ system: connection.system })
    .from(connection)
    .where(and(eq(connection.environmentId, environmentId), eq(connection.key, trigger.connection)));
  return {
    stepName: step?.name ?? stepId,
    rules,
    causes,
    origin: source === undefined ? undefined : { system: source.system, object: trigger.object },
  };
};

interface BrokenRule {
  readonly code: string;
  readonly message: string;
  readonly assert: string;
}

/** The fields that broken rules read, each with the sentence of its first rule. */
const findCauses = async (
  tx: OrganisationTx,
  environmentId: string,
  flow: FlowDocument,
  broken: readonly BrokenRule[],
): Promise<{ field: string; message: string }[]> => {
  if (broken.length === 0) return [];
  const live = await loadLiveDocuments(tx, environmentId);
  const mappings: Record<string, MappingDocument> = {};
  for (const { kind, key, document } of live) {
    if (kind !== 'mapping') continue;
    const parsed = mappingDocument.safeParse(document);
    if (parsed.success) mappings[key] = parsed.data;
  }
  const sentences = new Map<string, string>();
  for (const { assert, message } of broken) {
    for (const field of fieldsBehind(assert, flow, mappings)) {
      if (!sentences.has(field)) sentences.set(field, message);
    }
  }
  return [...sentences].map(([field, message]) => ({ field, message }));
};
