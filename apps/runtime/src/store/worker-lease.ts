import { and, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import { asLoginRole, type Database, type OrganisationTx } from '@throughline/core/db';
import { worker } from '@throughline/core/db/schema/index';

/* Workers belong to no organisation, so these run as the login role. All times are the database's: clocks of machines differ. */

export interface WorkerIdentity {
  /** Random for each start of a process; the engine knows the worker by the same id. */
  readonly id: string;
  /** Host name and process id are for people to find the process, and decide nothing. */
  readonly host: string;
  readonly pid: number;
  readonly version: string;
}

const leaseEnd = (leaseMs: number) => sql`now() + make_interval(secs => ${leaseMs / 1000})`;

/** @throws Error when the id was used before: two processes with one identity would take each other for themselves */
export async function registerWorker({ login }: Database, identity: WorkerIdentity, leaseMs: number): Promise<void> {
  const made = await login
    .insert(worker)
    .values({ ...identity, state: 'running', leaseUntil: leaseEnd(leaseMs) })
    .onConflictDoNothing()
    .returning({ id: worker.id });
  if (made.length === 1) return;
  throw new Error(
    `The worker id ${identity.id} was used before. Do not set THROUGHLINE_WORKER_ID: each start makes its own.`,
  );
}

/** Prolongs the lease. False when the worker was declared dead meanwhile: it must do nothing more. */
export async function renewLease({ login }: Database, workerId: string, leaseMs: number): Promise<boolean> {
  const rows = await login
    .update(worker)
    .set({ heartbeatAt: sql`now()`, leaseUntil: leaseEnd(leaseMs) })
    .where(and(eq(worker.id, workerId), inArray(worker.state, ['running', 'draining'])))
    .returning({ id: worker.id });
  return rows.length === 1;
}

export async function setWorkerState(
  { login }: Database,
  workerId: string,
  state: 'draining' | 'stopped',
): Promise<void> {
  await login
    .update(worker)
    .set({ state })
    .where(and(eq(worker.id, workerId), ne(worker.state, 'dead')));
}

/**
 * Declares other workers dead whose lease has passed, or whose end somebody saw, and raises their fence. A worker never
 * judges itself, because it may only have been busy. Host name and process id say nothing, because in containers others
 * have the same.
 */
export async function declareDead(
  { login }: Database,
  ownWorkerId: string,
  endedWorkerIds: readonly string[] = [],
): Promise<string[]> {
  const hasEnded = endedWorkerIds.length === 0 ? sql`false` : inArray(worker.id, [...endedWorkerIds]);
  const rows = await login
    .update(worker)
    .set({ state: 'dead', fence: sql`${worker.fence} + 1` })
    .where(
      and(
        ne(worker.id, ownWorkerId),
        inArray(worker.state, ['running', 'draining']),
        sql`(${lt(worker.leaseUntil, sql`now()`)} or ${hasEnded})`,
      ),
    )
    .returning({ id: worker.id });
  return rows.map(({ id }) => id);
}

/** Workers whose claims count. */
export async function livingWorkers({ login }: Database): Promise<string[]> {
  const rows = await login
    .select({ id: worker.id })
    .from(worker)
    .where(inArray(worker.state, ['running', 'draining']));
  return rows.map(({ id }) => id);
}

/**
 * Checks inside the transaction that allows an effect that this worker has not been declared dead, and keeps anyone
 * from doing so until it commits.
 */
export async function holdsLease(tx: OrganisationTx, workerId: string): Promise<boolean> {
  const { rows } = await asLoginRole(tx, () =>
    tx.execute(
      sql`select 1 from ${worker} where ${worker.id} = ${workerId} and ${worker.state} in ('running', 'draining') for share`,
    ),
  );
  return rows.length === 1;
}
