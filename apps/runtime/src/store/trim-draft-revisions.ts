import { sql } from 'drizzle-orm';
import type { SystemTx } from '@throughline/core/db';
import { draftRevision } from '@throughline/core/db/schema/index';

/** Keeps the newest saved states of each draft, of every organisation; the database itself refuses to keep fewer than 100. What was submitted or published has a copy of its own. Returns how many went. */
export async function trimDraftRevisions(
  tx: SystemTx,
  { keep, limit }: { readonly keep: number; readonly limit: number },
): Promise<number> {
  const removed = await tx.execute(sql`
    delete from ${draftRevision} where id in (
      select old.id from ${draftRevision} old
      join (
        select definition_id, max(revision) as newest from ${draftRevision} group by definition_id having count(*) > ${keep}
      ) long on long.definition_id = old.definition_id
      where old.revision <= long.newest - ${keep}
      limit ${limit}
    )`);
  return removed.rowCount ?? 0;
}
