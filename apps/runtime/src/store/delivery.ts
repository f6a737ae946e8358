import { and, eq, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { delivery } from '@throughline/core/db/schema/index';

export type DeliveryRow = typeof delivery.$inferSelect;

/** A step that now writes to another connection or object delivers different records, which are kept apart. */
export interface DeliveryKey {
  readonly environmentId: string;
  readonly definitionId: string;
  readonly step: string;
  readonly recordKey: string;
  readonly connectionId: string;
  readonly object: string;
}

export const isDelivery = (key: DeliveryKey) =>
  and(
    eq(delivery.environmentId, key.environmentId),
    eq(delivery.definitionId, key.definitionId),
    eq(delivery.step, key.step),
    eq(delivery.recordKey, key.recordKey),
    eq(delivery.connectionId, key.connectionId),
    eq(delivery.object, key.object),
  );

export interface IntendInput extends DeliveryKey {
  readonly system: string;
  readonly operation: string;
  readonly payloadHash: string;
  readonly runId: string;
  readonly path: string;
}

/** The delivery of a record as earlier runs left it, or a new one at `intended`. */
export async function intendDelivery(tx: OrganisationTx, input: IntendInput): Promise<DeliveryRow> {
  await tx
    .insert(delivery)
    .values({ ...input, state: 'intended' })
    .onConflictDoNothing();
  return loadDelivery(tx, input);
}

export async function findDelivery(tx: OrganisationTx, key: DeliveryKey): Promise<DeliveryRow | undefined> {
  const [row] = await tx.select().from(delivery).where(isDelivery(key));
  return row;
}

export async function loadDelivery(tx: OrganisationTx, key: DeliveryKey): Promise<DeliveryRow> {
  const row = await findDelivery(tx, key);
  if (row === undefined) throw new Error(`The delivery ${key.step}/${key.recordKey} was not stored.`);
  return row;
}

export interface SentInput {
  readonly operation: string;
  readonly payloadHash: string;
  readonly runId: string;
  readonly path: string;
  /** The vendor's id of the record, where it is known. */
  readonly externalId: string | null;
  /** What is sent repairs an earlier delivery. It is noted, because another worker may have to end the repair. */
  readonly isRepair: boolean;
}

/**
 * From here on the record may exist, so whoever finds this state looks it up before sending. Returns false when another
 * run changed the delivery since `prior` was read, because what was found in the system may no longer be true.
 */
export async function markSent(
  tx: OrganisationTx,
  prior: DeliveryRow,
  { isRepair, ...sent }: SentInput,
): Promise<boolean> {
  const effect = isRepair ? 'repaired' : prior.effect === 'repaired' ? 'updated' : prior.effect;
  const rows = await tx
    .update(delivery)
    .set({
      ...sent,
      effect,
      state: 'sent',
      attempts: sql`${delivery.attempts} + 1`,
      errorMessage: null,
      updatedAt: new Date(),
    })
    .where(and(eq(delivery.id, prior.id), eq(delivery.attempts, prior.attempts), eq(delivery.state, prior.state)))
    .returning({ id: delivery.id });
  return rows.length === 1;
}

export interface ConfirmInput {
  readonly payloadHash: string;
  readonly runId: string;
  readonly path: string;
  readonly externalId: string | null;
  readonly effect: string;
  /** This write made the record, for the first time or again. */
  readonly isMade: boolean;
}

/**
 * The effect is known to have happened. Who made the record stays known, because only that step may delete it again.
 */
export async function markConfirmed(
  tx: OrganisationTx,
  key: DeliveryKey,
  { isMade, ...input }: ConfirmInput,
): Promise<void> {
  await tx
    .update(delivery)
    .set({
      ...input,
      state: 'confirmed',
      errorMessage: null,
      updatedAt: new Date(),
      ...(isMade ? { createdByRunId: input.runId, createdByPath: input.path } : {}),
    })
    .where(isDelivery(key));
}

/** Marks the delivery failed. With `halfHash`, the first half succeeded and stays confirmed. */
export async function markFailed(
  tx: OrganisationTx,
  key: DeliveryKey,
  message: string,
  halfHash?: string,
): Promise<void> {
  const left =
    halfHash === undefined ? { state: 'failed' as const } : { state: 'confirmed' as const, payloadHash: halfHash };
  await tx
    .update(delivery)
    .set({ ...left, errorMessage: message, updatedAt: new Date() })
    .where(isDelivery(key));
}

/** Records that the effect was undone, or that undoing failed and an operator must handle it. */
export async function markUndone(
  tx: OrganisationTx,
  key: DeliveryKey,
  undone: { readonly isUndone: boolean; readonly message: string | null },
): Promise<void> {
  await tx
    .update(delivery)
    .set({ state: undone.isUndone ? 'undone' : 'undo-failed', errorMessage: undone.message, updatedAt: new Date() })
    .where(isDelivery(key));
}

/** Notes that nobody can tell the outcome of a delivery. From now on this run is the one that asks about it. */
export async function markUnknown(
  tx: OrganisationTx,
  key: DeliveryKey,
  unknown: {
    readonly runId: string;
    readonly errorMessage: string;
    /** Given when the record that a person named does not exist. */
    readonly externalId?: null;
    readonly effect?: null;
  },
): Promise<void> {
  await tx
    .update(delivery)
    .set({ ...unknown, updatedAt: new Date() })
    .where(isDelivery(key));
}
