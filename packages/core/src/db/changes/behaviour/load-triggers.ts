import { inArray, sql } from 'drizzle-orm';
import type { OrganisationTx } from '../../client.ts';
import { run } from '../../schema/index.ts';
import { sampleBounds } from './sample.ts';

export interface StoredTrigger {
  readonly trigger: unknown;
  /** Characters of JSON. */
  readonly size: number;
}

/**
 * What started these runs, by their ids. Those that are too large are left out, and so are the oldest ones when all of
 * them together are more than `characters`.
 */
export async function loadTriggers(
  tx: OrganisationTx,
  runIds: string[],
  characters: number,
): Promise<ReadonlyMap<string, StoredTrigger>> {
  if (runIds.length === 0) return new Map();
  const size = sql<number>`octet_length(${run.trigger}::text)`;
  const order = sql`${run.createdAt} desc, ${run.id} desc`;
  const sized = tx
    .select({
      id: run.id,
      trigger: sql<unknown>`${run.trigger}`.as('given'),
      size: size.as('size'),
      together: sql<number>`sum(${size}) over (order by ${order})`.as('together'),
    })
    .from(run)
    .where(sql`${inArray(run.id, runIds)} and ${size} <= ${sampleBounds.characters}`)
    .as('sized');
  const rows = await tx
    .select({ id: sized.id, trigger: sized.trigger, size: sized.size })
    .from(sized)
    .where(sql`${sized.together} <= ${characters}`);
  return new Map(rows.map(({ id, trigger, size: length }) => [id, { trigger, size: length }]));
}
