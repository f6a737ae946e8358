import { and, eq, isNull } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { stepTopic } from '@throughline/core/db/runs/engine-names';
import { run, waitingStep } from '@throughline/core/db/schema/index';
import type { WaitingKind } from '@throughline/core/db/schema/waiting-step';

export interface WaitingInput {
  readonly runId: string;
  readonly environmentId: string;
  readonly path: string;
  readonly kind: WaitingKind;
  readonly workflowId: string;
  /** Only when an event ends the wait. */
  readonly event?: { readonly type: string; readonly subject: string } | undefined;
}

/**
 * Notes that a step waits, and shows its run as waiting. False when the run has ended meanwhile: whoever cancels a run
 * waits for this transaction, so a cancelled run leaves no waiting step behind.
 */
export async function beginWaiting(tx: OrganisationTx, input: WaitingInput): Promise<boolean> {
  const { event, ...waiting } = input;
  const [current] = await tx
    .select({ finishedAt: run.finishedAt })
    .from(run)
    .where(eq(run.id, input.runId))
    .for('no key update');
  if (current === undefined || current.finishedAt !== null) return false;
  await tx
    .insert(waitingStep)
    .values({
      ...waiting,
      topic: stepTopic(input.path),
      eventType: event?.type ?? null,
      eventSubject: event?.subject ?? null,
    })
    .onConflictDoNothing();
  await tx.update(run).set({ state: 'waiting' }).where(eq(run.id, input.runId));
  return true;
}

/** Ends a step's wait. The run goes on showing as waiting while another of its steps waits. */
export async function endWaiting(tx: OrganisationTx, runId: string, path: string): Promise<void> {
  // Locked first: two steps that end together would each still see the other one's row.
  await tx.select({ id: run.id }).from(run).where(eq(run.id, runId)).for('no key update');
  await tx.delete(waitingStep).where(and(eq(waitingStep.runId, runId), eq(waitingStep.path, path)));
  const others = await tx.$count(waitingStep, eq(waitingStep.runId, runId));
  if (others > 0) return;
  await tx
    .update(run)
    .set({ state: 'running' })
    .where(and(eq(run.id, runId), isNull(run.finishedAt)));
}

/** The steps of an environment that wait for an event of this type and subject. */
export function findWaitingForEvent(
  tx: OrganisationTx,
  { environmentId, type, subject }: { readonly environmentId: string; readonly type: string; readonly subject: string },
): Promise<{ workflowId: string; topic: string; path: string }[]> {
  return tx
    .select({ workflowId: waitingStep.workflowId, topic: waitingStep.topic, path: waitingStep.path })
    .from(waitingStep)
    .where(
      and(
        eq(waitingStep.environmentId, environmentId),
        eq(waitingStep.eventType, type),
        eq(waitingStep.eventSubject, subject),
      ),
    );
}
