import { and, eq, inArray, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { callTreeIds } from '@throughline/core/db/runs/call-tree-ids';
import { connection, delivery, exception, run } from '@throughline/core/db/schema/index';
import { effectStandsCode } from '../failures/effect-stands.ts';
import { loadFamily } from './load-family.ts';

/**
 * A replay that has done the whole work uses the records that it confirmed again, whatever run had left them: those are not
 * to be taken back any more. A record that it did not come across, because its payload was edited or the step is gone,
 * may be wanted by nobody, so its exception stays open.
 */
export async function keepUsedAgain(tx: OrganisationTx, replay: typeof run.$inferSelect, now: Date): Promise<void> {
  const entry = sql`${exception.target} -> 'entry'`;
  await tx
    .update(exception)
    .set({
      state: 'resolved',
      resolution: 'superseded',
      resolutionReason: 'A replay of the run has completed its work, so the record stays.',
      resolvedBy: replay.startedBy ?? 'system:runtime',
      resolvedAt: now,
    })
    .where(
      and(
        inArray(exception.runId, await loadFamily(tx, replay.id)),
        eq(exception.code, effectStandsCode),
        eq(exception.state, 'open'),
        sql`exists (
          select 1 from ${delivery} join ${connection} on ${connection.id} = ${delivery.connectionId}
          where ${delivery.runId} in (${callTreeIds(replay.id)}) and ${delivery.state} = 'confirmed'
            and ${connection.key} = ${entry} ->> 'connection' and ${delivery.object} = ${entry} ->> 'object'
            and ${delivery.externalId} = ${entry} ->> 'externalId')`,
      ),
    );
}
