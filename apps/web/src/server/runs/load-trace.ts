import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { definition, version } from '@throughline/core/db/schema/definition';
import { delivery, exception, link, publishedEvent, run, triggerEvent } from '@throughline/core/db/schema/run';

const mostRuns = 200;

/** Everything that happened for one business key in an environment, oldest first. */
export const loadTrace = async (tx: OrganisationTx, environmentId: string, businessKey: string) => {
  const runs = await loadRuns(tx, environmentId, businessKey);
  const runIds = runs.map(({ id }) => id);
  return {
    businessKey,
    runs,
    triggers: await loadTriggers(tx, runIds),
    deliveries: await loadDeliveries(tx, runIds),
    events: await loadEvents(tx, runIds),
    exceptions: await loadExceptions(tx, runIds),
    links: await loadLinks(tx, environmentId, runIds, businessKey),
  };
};

const loadRuns = (tx: OrganisationTx, environmentId: string, businessKey: string) =>
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
    .where(and(eq(run.environmentId, environmentId), eq(run.businessKey, businessKey)))
    .orderBy(asc(run.createdAt))
    .limit(mostRuns);

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

/** The records in every system that stand for what the key names. */
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
