import { sql } from 'drizzle-orm';
import type { OrganisationTx } from './client.ts';

/** The organisation that a transaction belongs to. */
export async function organisationOf(tx: OrganisationTx): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(sql`select current_setting('throughline.organisation_id') as id`);
  return rows[0]?.id ?? '';
}
