import { and, asc, desc, eq, inArray, or, type SQL } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { definition, version } from '@throughline/core/db/schema/definition';
import { delivery, exception, link, publishedEvent, run, triggerEvent } from '@throughline/core/db/schema/run';
import { offsetOf, type PageRequest } from '../paging.ts';

export interface TraceRequest extends PageRequest {
  readonly environmentId: string;
  readonly businessKey: string;
}

/** Everything that happened for one business key in an environment: a page of its runs, newest first. */
export const loadTrace = async (tx: OrganisationTx, request: TraceRequest) => {
  const { environmentId, businessKey, page, pageSize } = request;
  const where = and(eq(run.environmentId, environmentId), eq(run.businessKey, businessKey));
  const runs = await loadRuns(tx, where, request);
  const runIds = runs.map(({ id }) => id);
  return {
    businessKey,
    runs,
    total: await tx.$count(run, where),
    page,
    pageSize,
    triggers: await loadTriggers(tx, runIds),
    deliveries: await loadDeliveries(tx, runIds),
    events: await loadEvents(tx, runIds),
    exceptions: await loadExceptions(tx, runIds),
    links: await loadLinks(tx, environmentId, runIds, businessKey),
  };
};

const loadRuns = (tx: OrganisationTx, where: SQL | undefined, request: PageRequest) =>
  tx
    .select({
      id: run.id,
      state: run.state,
      mode: run.mode,
      source: run.source,
      businessLabel: run.businessLabel,
      errorCode: run.errorCode,
      errorMessage: run.errorMessage,
      replayOfRunId: run.replayOfRunId,
      createdAt: run.createdAt,
      finishedAt: run.finishedAt,
      flowKey: definition.key,
      flowName: definition.name,
      versionNumber: version.number,
    })
    .from(run)
    .leftJoin(definition, eq(definition.id, run.definitionId))
    .leftJoin(version, eq(version.id, run.versionId))
    .where(where)
    .orderBy(desc(run.createdAt), desc(run.id))
    .limit(request.pageSize)
    .offset(offsetOf(request));

const loadTriggers = (tx: OrganisationTx, runIds: string[]) =>
  tx
    .select({
      id: triggerEvent.id,
      source: triggerEvent.source,
      runId: triggerEvent.runId,
      receivedAt: triggerEvent.receivedAt,
    })
    .from(triggerEvent)
    .where(inArray(triggerEvent.runId, runIds))
    .orderBy(asc(triggerEvent.receivedAt));

const loadDeliveries = (tx: OrganisationTx, runIds: string[]) =>
  tx
    .select({
      id: delivery.id,
      runId: delivery.runId,
      system: delivery.system,
      object: delivery.object,
      effect: delivery.effect,
      state: delivery.state,
      externalId: delivery.externalId,
      updatedAt: delivery.updatedAt,
    })
    .from(delivery)
    .where(inArray(delivery.runId, runIds))
    .orderBy(asc(delivery.updatedAt));

const loadEvents = (tx: OrganisationTx, runIds: string[]) =>
  tx
    .select({
      id: publishedEvent.id,
      runId: publishedEvent.runId,
      type: publishedEvent.type,
      subject: publishedEvent.subject,
      createdAt: publishedEvent.createdAt,
    })
    .from(publishedEvent)
    .where(inArray(publishedEvent.runId, runIds))
    .orderBy(asc(publishedEvent.createdAt));

const loadExceptions = (tx: OrganisationTx, runIds: string[]) =>
  tx
    .select({
      id: exception.id,
      runId: exception.runId,
      code: exception.code,
      message: exception.message,
      state: exception.state,
      createdAt: exception.createdAt,
      resolvedAt: exception.resolvedAt,
    })
    .from(exception)
    .where(inArray(exception.runId, runIds))
    .orderBy(asc(exception.createdAt));

/** The records in every system that represent what the key names. */
const loadLinks = (tx: OrganisationTx, environmentId: string, runIds: string[], businessKey: string) =>
  tx
    .select({
      id: link.id,
      entity: link.entity,
      canonicalId: link.canonicalId,
      system: link.system,
      object: link.object,
      externalId: link.externalId,
      label: link.label,
      isOrigin: link.isOrigin,
    })
    .from(link)
    .where(
      and(
        eq(link.environmentId, environmentId),
        or(inArray(link.createdByRunId, runIds), eq(link.canonicalId, businessKey), eq(link.externalId, businessKey)),
      ),
    )
    .orderBy(asc(link.entity), asc(link.createdAt));
