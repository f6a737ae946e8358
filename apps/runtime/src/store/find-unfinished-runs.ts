import { and, asc, inArray, isNull } from 'drizzle-orm';
import type { SystemTx } from '@throughline/core/db';
import { run } from '@throughline/core/db/schema/run';

/** Those of the runs that have not ended, across organisations. Callers come before what they called. */
export const findUnfinishedRuns = (tx: SystemTx, runIds: readonly string[]) =>
  tx
    .select()
    .from(run)
    .where(and(inArray(run.id, [...runIds]), isNull(run.finishedAt)))
    .orderBy(asc(run.createdAt));
