import { and, eq, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { definition, liveVersion, ownWrite, triggerEvent, version } from '@throughline/core/db/schema/index';

export interface WrittenRecord {
  readonly connectionId: string;
  readonly object: string;
  /** The vendor's id. */
  readonly externalId: string;
}

/** A version of a record with the system's own time stamp. */
export interface RecordVersion {
  readonly version: string;
  readonly changedAt: Date;
}

/** The version of a record that we deleted: it stays, because no system uses an id again. */
export const deletedMark = 'deleted';

const isRecord = ({ connectionId, object, externalId }: WrittenRecord) =>
  and(eq(ownWrite.connectionId, connectionId), eq(ownWrite.object, object), eq(ownWrite.externalId, externalId));

/** Whether a live flow of the environment listens to changes of an object: only then can our own write come back. */
export async function isListenedTo(
  tx: OrganisationTx,
  environmentId: string,
  connection: string,
  object: string,
): Promise<boolean> {
  const trigger = sql`${version.document}->'trigger'`;
  const found = await tx
    .select({ id: liveVersion.id })
    .from(liveVersion)
    .innerJoin(version, eq(version.id, liveVersion.versionId))
    .innerJoin(definition, eq(definition.id, liveVersion.definitionId))
    .where(
      and(
        eq(liveVersion.environmentId, environmentId),
        eq(definition.kind, 'flow'),
        sql`${trigger}->>'connection' = ${connection} and ${trigger}->>'object' = ${object}`,
      ),
    )
    .limit(1);
  return found.length > 0;
}

/**
 * Notes the version that our write left, and the one it replaced. A write on top of our own last one continues the
 * series: what stood there before the series counts.
 */
export async function saveOwnWrite(
  tx: OrganisationTx,
  environmentId: string,
  record: WrittenRecord,
  { before, after }: { readonly before: RecordVersion | undefined; readonly after: RecordVersion },
): Promise<void> {
  const [earlier] = await tx.select().from(ownWrite).where(isRecord(record)).for('update');
  const isSeries = before !== undefined && earlier?.version === before.version;
  const written = {
    version: after.version,
    changedAt: after.changedAt,
    versionBefore: isSeries ? earlier.versionBefore : (before?.version ?? null),
    changedAtBefore: isSeries ? earlier.changedAtBefore : (before?.changedAt ?? null),
    writtenAt: new Date(),
  };
  await tx
    .insert(ownWrite)
    .values({ ...record, environmentId, ...written })
    .onConflictDoUpdate({ target: [ownWrite.connectionId, ownWrite.object, ownWrite.externalId], set: written });
}

/** Forgets the version of a record that we wrote without being able to tell what is there now. */
export async function forgetOwnWrite(tx: OrganisationTx, record: WrittenRecord): Promise<void> {
  await tx.delete(ownWrite).where(isRecord(record));
}

export async function findOwnWrite(
  tx: OrganisationTx,
  record: WrittenRecord,
): Promise<typeof ownWrite.$inferSelect | undefined> {
  const [row] = await tx.select().from(ownWrite).where(isRecord(record));
  return row;
}

/** Whether a flow has taken up, or knowingly ignored, a version of a record. */
export async function hasHeardVersion(
  tx: OrganisationTx,
  flow: { readonly environmentId: string; readonly definitionId: string },
  { connectionId, object, externalId }: WrittenRecord,
  recordVersion: string,
): Promise<boolean> {
  const found = await tx
    .select({ id: triggerEvent.id })
    .from(triggerEvent)
    .where(
      and(
        eq(triggerEvent.connectionId, connectionId),
        eq(triggerEvent.object, object),
        eq(triggerEvent.recordId, externalId),
        eq(triggerEvent.environmentId, flow.environmentId),
        eq(triggerEvent.definitionId, flow.definitionId),
        eq(triggerEvent.version, recordVersion),
        sql`${triggerEvent.state} in ('started', 'ignored')`,
      ),
    )
    .limit(1);
  return found.length > 0;
}
