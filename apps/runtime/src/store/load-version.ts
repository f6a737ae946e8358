import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { version } from '@throughline/core/db/schema/index';

/** The document of an immutable version. */
export async function loadVersion(tx: OrganisationTx, versionId: string): Promise<unknown> {
  const [row] = await tx.select({ document: version.document }).from(version).where(eq(version.id, versionId));
  if (row === undefined) throw new Error(`There is no version ${versionId}.`);
  return row.document;
}
