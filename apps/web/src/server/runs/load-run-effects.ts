import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { approval, exception, link, notification, publishedEvent, run } from '@throughline/core/db/schema/run';
import { waitingStep } from '@throughline/core/db/schema/waiting-step';
import { loadDeliveries } from './load-deliveries.ts';

/** The external effects of a run, and what followed from it. */
export const loadRunEffects = async (tx: OrganisationTx, runId: string) => {
  const deliveries = await loadDeliveries(tx, runId);
  return {
    deliveries,
    links: await loadLinks(tx, runId, deliveries),
    exceptions: await tx
      .select({
        id: exception.id,
        code: exception.code,
        message: exception.message,
        state: exception.state,
        stepId: exception.stepId,
        path: exception.path,
        replayRunId: exception.replayRunId,
      })
      .from(exception)
      .where(eq(exception.runId, runId))
      .orderBy(asc(exception.createdAt)),
    events: await tx
      .select({
        id: publishedEvent.id,
        type: publishedEvent.type,
        subject: publishedEvent.subject,
        data: publishedEvent.data,
        createdAt: publishedEvent.createdAt,
      })
      .from(publishedEvent)
      .where(eq(publishedEvent.runId, runId))
      .orderBy(asc(publishedEvent.createdAt)),
    notifications: await tx
      .select({
        id: notification.id,
        recipient: notification.recipient,
        subject: notification.subject,
        body: notification.body,
        createdAt: notification.createdAt,
      })
      .from(notification)
      .where(eq(notification.runId, runId))
      .orderBy(asc(notification.createdAt)),
    approvals: await loadApprovals(tx, runId),
    related: await tx
      .select({
        id: run.id,
        state: run.state,
        source: run.source,
        replayOfRunId: run.replayOfRunId,
        parentRunId: run.parentRunId,
        createdAt: run.createdAt,
      })
      .from(run)
      .where(or(eq(run.replayOfRunId, runId), eq(run.parentRunId, runId)))
      .orderBy(asc(run.createdAt)),
  };
};

/** The questions of a run. An open one can be answered only while its step waits for it. */
const loadApprovals = async (tx: OrganisationTx, runId: string) => {
  const rows = await tx
    .select({ approval, waitingSince: waitingStep.since })
    .from(approval)
    .leftJoin(waitingStep, and(eq(waitingStep.runId, approval.runId), eq(waitingStep.path, approval.path)))
    .where(eq(approval.runId, runId))
    .orderBy(asc(approval.createdAt));
  return rows.map((row) => ({
    ...row.approval,
    isWaiting: row.approval.decision === null && row.waitingSince !== null,
  }));
};

/** Links that this run created, and those of the records that it touched. */
const loadLinks = async (
  tx: OrganisationTx,
  runId: string,
  deliveries: readonly { readonly connectionId: string; readonly object: string; readonly externalId: string | null }[],
) => {
  const touched = deliveries.flatMap(({ externalId }) => (externalId === null ? [] : [externalId]));
  const rows = await tx
    .select({
      id: link.id,
      entity: link.entity,
      canonicalId: link.canonicalId,
      connectionId: link.connectionId,
      system: link.system,
      object: link.object,
      externalId: link.externalId,
      label: link.label,
      isOrigin: link.isOrigin,
      createdByRunId: link.createdByRunId,
    })
    .from(link)
    .where(
      touched.length === 0
        ? eq(link.createdByRunId, runId)
        : or(eq(link.createdByRunId, runId), inArray(link.externalId, touched)),
    )
    .orderBy(asc(link.createdAt));
  const isTouched = (row: (typeof rows)[number]): boolean =>
    deliveries.some(
      ({ connectionId, object, externalId }) =>
        connectionId === row.connectionId && object === row.object && externalId === row.externalId,
    );
  return rows.filter((row) => row.createdByRunId === runId || isTouched(row));
};
