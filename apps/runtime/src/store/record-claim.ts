import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { asLoginRole, type OrganisationTx } from '@throughline/core/db';
import { recordClaim, run, worker } from '@throughline/core/db/schema/index';

/** The right to write one record, which may be known by several keys. */
export interface RecordClaim {
  readonly environmentId: string;
  readonly connectionId: string;
  readonly object: string;
  readonly keys: readonly string[];
  /**
   * The step under way. It is the same when the step is tried again or resumed, so that the step gets its claim back.
   */
  readonly holder: string;
  readonly runId: string;
  readonly workerId: string;
}

export type ClaimAnswer =
  /** `openForMs` is how long an earlier request, whose answer nobody has, may still create the record. */
  | { readonly isTaken: true; readonly openForMs: number }
  | { readonly isTaken: false; readonly heldForMs: number; readonly byRunId: string };

/**
 * Takes all keys of a claim, or says who holds one. In the latter case the caller must roll back. The caller must have
 * checked in the same transaction that this worker was not declared dead, because it could otherwise take back what its
 * successor holds. A claim of an ended worker is free, because whatever its requests did is looked up before anything
 * is sent.
 */
export async function takeClaim(tx: OrganisationTx, claim: RecordClaim): Promise<ClaimAnswer> {
  // Keys are taken in one order, because two transactions that take the same keys in different orders would wait for
  // each other.
  const keys = [...new Set(claim.keys)].toSorted();
  const { environmentId, connectionId, object, holder, runId, workerId } = claim;
  const made = await tx
    .insert(recordClaim)
    .values(keys.map((key) => ({ environmentId, connectionId, object, key, holder, runId, workerId })))
    .onConflictDoNothing()
    .returning({ key: recordClaim.key });
  if (made.length === keys.length) return { isTaken: true, openForMs: 0 };
  const found = await tx
    .select({
      holder: recordClaim.holder,
      runId: recordClaim.runId,
      workerId: recordClaim.workerId,
      heldForMs: msUntil(sql`now()`, sql`${recordClaim.claimedAt}`),
      openForMs: msUntil(sql`coalesce(${recordClaim.openUntil}, now())`, sql`now()`),
    })
    .from(recordClaim)
    .where(isKeyOf(claim, keys))
    .orderBy(recordClaim.key)
    .for('update');
  const others = found.filter((row) => row.holder !== null && row.holder !== holder);
  const blocking = await stillHeld(tx, others);
  if (blocking !== undefined) return { isTaken: false, heldForMs: blocking.heldForMs, byRunId: blocking.runId };
  // A key was released between the two statements. Asking again is simpler than continuing with half of them.
  if (found.length < keys.length) return { isTaken: false, heldForMs: 0, byRunId: runId };
  await tx
    .update(recordClaim)
    .set({ holder, runId, workerId, claimedAt: sql`now()` })
    .where(isKeyOf(claim, keys));
  return { isTaken: true, openForMs: Math.max(...found.map(({ openForMs }) => openForMs)) };
}

/** Whether a live worker is writing a record for one of these runs, or is about to. */
export async function isWriting(tx: OrganisationTx, runIds: readonly string[]): Promise<boolean> {
  const rows = await tx
    .select({
      runId: recordClaim.runId,
      workerId: recordClaim.workerId,
      heldForMs: msUntil(sql`now()`, sql`${recordClaim.claimedAt}`),
    })
    .from(recordClaim)
    .where(and(inArray(recordClaim.runId, [...runIds]), isNotNull(recordClaim.holder)));
  return (await stillHeld(tx, rows)) !== undefined;
}

/** A claim outlives its run only because of the request under way when the run was cancelled, and never for good. */
const afterRunMs = 300_000;

interface HeldRow {
  readonly runId: string;
  readonly workerId: string;
  readonly heldForMs: number;
}

/** The claim that a live worker has held for longest. */
async function stillHeld(tx: OrganisationTx, rows: readonly HeldRow[]): Promise<HeldRow | undefined> {
  if (rows.length === 0) return undefined;
  const workerIds = rows.map(({ workerId }) => workerId);
  const living = await asLoginRole(tx, () =>
    tx
      .select({ id: worker.id })
      .from(worker)
      .where(and(inArray(worker.id, workerIds), inArray(worker.state, ['running', 'draining']))),
  );
  const ofLiving = rows.filter(({ workerId }) => living.some(({ id }) => id === workerId));
  const old = ofLiving.filter(({ heldForMs }) => heldForMs > afterRunMs).map(({ runId }) => runId);
  const ended =
    old.length === 0
      ? []
      : await tx
          .select({ id: run.id })
          .from(run)
          .where(and(inArray(run.id, old), sql`${run.finishedAt} is not null`));
  return ofLiving
    .filter(({ runId, heldForMs }) => heldForMs <= afterRunMs || !ended.some(({ id }) => id === runId))
    .toSorted((left, right) => right.heldForMs - left.heldForMs)[0];
}

/**
 * A request that creates the record is about to be sent. Until its answer is known, it may take effect for this long.
 */
export async function openOutcome(tx: OrganisationTx, claim: RecordClaim, openForMs: number): Promise<void> {
  await tx
    .update(recordClaim)
    .set({ openUntil: sql`now() + make_interval(secs => ${openForMs / 1000})` })
    .where(isMine(claim));
}

/** What became of the request is known. */
export async function closeOutcome(tx: OrganisationTx, claim: RecordClaim): Promise<void> {
  await tx.update(recordClaim).set({ openUntil: null }).where(isMine(claim));
}

/** Ends a claim whose record is as it should be. */
export async function endClaim(tx: OrganisationTx, claim: RecordClaim): Promise<void> {
  await tx.delete(recordClaim).where(isMine(claim));
}

/** Releases the record to others. That a request may still take effect stays known. */
export async function letGo(tx: OrganisationTx, claim: RecordClaim): Promise<void> {
  const isSettled = sql`(${recordClaim.openUntil} is null or ${recordClaim.openUntil} <= now())`;
  await tx.delete(recordClaim).where(and(isMine(claim), isSettled));
  await tx.update(recordClaim).set({ holder: null }).where(isMine(claim));
}

const isKeyOf = ({ connectionId, object }: RecordClaim, keys: readonly string[]) =>
  and(eq(recordClaim.connectionId, connectionId), eq(recordClaim.object, object), inArray(recordClaim.key, [...keys]));

/**
 * The holder alone does not identify a claim, because the worker that took a step over has the same holder, and a
 * fenced one must not end its claim.
 */
const isMine = (claim: RecordClaim) =>
  and(isKeyOf(claim, claim.keys), eq(recordClaim.holder, claim.holder), eq(recordClaim.workerId, claim.workerId));

const msUntil = (later: ReturnType<typeof sql>, earlier: ReturnType<typeof sql>) =>
  sql<number>`greatest(0, extract(epoch from ${later} - ${earlier}) * 1000)::int`;
