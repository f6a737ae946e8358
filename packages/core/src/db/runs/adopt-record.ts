import { and, eq, inArray, sql } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { delivery, exception, run } from '../schema/index.ts';
import { replayException } from './replay-exception.ts';
import { RunError } from './run-error.ts';

export interface AdoptRecordInput {
  readonly exceptionId: string;
  /** The id that a person found in the system. */
  readonly externalId: string;
  readonly startedBy: string;
}

/**
 * Names the record that a write made before its answer was lost, and replays the exception: the run looks that record up,
 * continues with its id and creates no other one. If there is no such record, nothing is sent and a person is asked again.
 * Returns the new run's id.
 * @throws RunError `EXCEPTION_NOT_FOUND`, `NOTHING_TO_ADOPT`, and what `replayException` throws
 */
export async function adoptRecord(tx: OrganisationTx, input: AdoptRecordInput): Promise<string | null> {
  const { exceptionId, externalId, startedBy } = input;
  const [found] = await tx.select().from(exception).where(eq(exception.id, exceptionId)).for('update');
  if (found === undefined) throw new RunError('EXCEPTION_NOT_FOUND', `There is no exception ${exceptionId}.`);
  const adopted = await tx
    .update(delivery)
    .set({ externalId, effect: 'adopted', updatedAt: new Date() })
    .where(
      and(
        inArray(delivery.runId, withCalledRuns(found.runId)),
        eq(delivery.state, 'sent'),
        // The write whose outcome is unknown has the sentence of its exception.
        eq(delivery.errorMessage, found.message),
      ),
    )
    .returning({ id: delivery.id });
  if (found.code !== 'OUTCOME_UNKNOWN' || adopted.length !== 1) {
    throw new RunError(
      'NOTHING_TO_ADOPT',
      'No write of this exception waits to be told which record it made. Replay the exception instead.',
    );
  }
  return replayException(tx, { exceptionId, startedBy });
}

/** A run and those that it called, directly or through others: their failures are told by its exception. */
const withCalledRuns = (runId: string) => sql`(
  with recursive mine as (
    select ${runId}::uuid as id
    union all
    select called.id from mine join ${run} called on called.parent_run_id = mine.id
  )
  select id from mine)`;
