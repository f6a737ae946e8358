import { and, eq, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { link } from '@throughline/core/db/schema/index';

export interface LinkKey {
  readonly environmentId: string;
  readonly entity: string;
  readonly canonicalId: string;
  readonly connectionId: string;
  readonly object: string;
}

const isLink = (key: LinkKey) =>
  and(
    eq(link.environmentId, key.environmentId),
    eq(link.entity, key.entity),
    eq(link.canonicalId, key.canonicalId),
    eq(link.connectionId, key.connectionId),
    eq(link.object, key.object),
  );

/** The system's id of the record that is linked, or undefined. */
export async function findLink(tx: OrganisationTx, key: LinkKey): Promise<string | undefined> {
  const [row] = await tx.select({ externalId: link.externalId }).from(link).where(isLink(key));
  return row?.externalId;
}

export interface SaveLinkInput extends LinkKey {
  readonly system: string;
  readonly externalId: string;
  /** The record's own name; null when this write does not give one, and the earlier name then stays. */
  readonly label: string | null;
  readonly versionSeen?: string | undefined;
  readonly hashSeen?: string | undefined;
  readonly isOrigin?: boolean | undefined;
  readonly createdByRunId: string;
}

/** Links a record, or notes that it was seen again. The run that made the link first stays its maker. */
export async function saveLink(tx: OrganisationTx, input: SaveLinkInput): Promise<void> {
  const { externalId, label, versionSeen, hashSeen } = input;
  await tx
    .insert(link)
    .values(input)
    .onConflictDoUpdate({
      target: [link.environmentId, link.entity, link.canonicalId, link.connectionId, link.object],
      set: { externalId, label: label ?? sql`${link.label}`, versionSeen, hashSeen, seenAt: new Date() },
    });
}

export async function deleteLink(tx: OrganisationTx, connectionId: string, object: string, externalId: string) {
  await tx
    .delete(link)
    .where(and(eq(link.connectionId, connectionId), eq(link.object, object), eq(link.externalId, externalId)));
}
