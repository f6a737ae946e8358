import { and, eq, gt, inArray, ne } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { run } from '@throughline/core/db/schema/index';

export type BegunRun =
  /** Which shape the run's journal has. Runs that earlier releases began say `readsClock`, or nothing. */
  | { readonly begins: true; readonly journal?: number; readonly readsClock?: true }
  | { readonly begins: false; readonly because: 'finished' | 'stale'; readonly newerRunId?: string };

export interface BeginRunInput {
  readonly runId: string;
  readonly workerId: string;
  readonly journal: number;
  readonly now: Date;
}

/**
 * Marks a run as running, unless it was cancelled meanwhile or a newer event of its ordering key was already applied,
 * because its older data would overwrite newer data.
 */
export async function beginRun(
  tx: OrganisationTx,
  { runId, workerId, journal, now }: BeginRunInput,
): Promise<BegunRun> {
  const [current] = await tx.select().from(run).where(eq(run.id, runId)).for('update');
  if (current === undefined || current.finishedAt !== null) return { begins: false, because: 'finished' };
  const newerRunId = await newerApplied(tx, current);
  if (newerRunId !== undefined) return { begins: false, because: 'stale', newerRunId };
  await tx
    .update(run)
    .set({ state: 'running', workerId, startedAt: current.startedAt ?? now })
    .where(eq(run.id, runId));
  return { begins: true, journal };
}

async function newerApplied(tx: OrganisationTx, current: typeof run.$inferSelect): Promise<string | undefined> {
  const { environmentId, definitionId, orderingKey, occurredAt, mode, id, target } = current;
  // Taking an effect back applies no data of the event.
  if (target?.kind === 'undo') return undefined;
  if (occurredAt === null || orderingKey === null || mode !== 'live') return undefined;
  const [newer] = await tx
    .select({ id: run.id })
    .from(run)
    .where(
      and(
        eq(run.environmentId, environmentId),
        eq(run.definitionId, definitionId),
        eq(run.orderingKey, orderingKey),
        eq(run.mode, 'live'),
        eq(run.state, 'succeeded'),
        gt(run.occurredAt, occurredAt),
        ne(run.id, id),
      ),
    )
    .limit(1);
  return newer?.id;
}

/** Shows who works on it now, after another worker took it over. */
export async function claimRun(tx: OrganisationTx, runId: string, workerId: string): Promise<void> {
  await tx
    .update(run)
    .set({ workerId })
    .where(and(eq(run.id, runId), inArray(run.state, ['running', 'waiting'])));
}
