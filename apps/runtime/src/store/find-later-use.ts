import { and, desc, eq, gt, inArray, ne, or, sql, type SQL } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { delivery } from '@throughline/core/db/schema/index';
import type { DeliveryRow } from './delivery.ts';

/** What is taken back as one: a run with all that call it or that it calls, or one item of a loop in a run. */
export interface PieceOfWork {
  readonly runId: string;
  /** Begins the paths of the item's steps. */
  readonly prefix?: string;
}

export interface RecordUse {
  readonly own: DeliveryRow;
  readonly work: PieceOfWork;
  readonly externalId: string;
  /** The work made the record, so that every other delivery of it came later. */
  readonly isCreator: boolean;
}

/**
 * The run, of whatever flow, that has since delivered or confirmed the same record of a system, or may be doing so.
 * Runs that belong to the same piece of work do not count.
 */
export async function findLaterUse(
  tx: OrganisationTx,
  { own, work, externalId, isCreator }: RecordUse,
): Promise<string | undefined> {
  const isSameRecord = and(
    eq(delivery.connectionId, own.connectionId),
    eq(delivery.object, own.object),
    eq(delivery.externalId, externalId),
    inArray(delivery.state, ['confirmed', 'sent']),
    ne(delivery.id, own.id),
    isCreator ? undefined : gt(delivery.updatedAt, own.updatedAt),
  );
  const [row] = await tx
    .select({ runId: delivery.runId })
    .from(delivery)
    .where(and(or(eq(delivery.id, own.id), isSameRecord), sql`not ${belongsTo(work)}`))
    .orderBy(desc(delivery.updatedAt))
    .limit(1);
  return row?.runId;
}

/** Whether a delivery belongs to a piece of work. Rows of an earlier release do not know their step. */
function belongsTo({ runId, prefix }: PieceOfWork): SQL {
  if (prefix === undefined) return sql`(${rootOf(delivery.runId)} = ${rootOf(runId)})`;
  const isWithin = (path: SQL) => sql`(${path} is null or starts_with(${path}, ${prefix}))`;
  return sql`((${delivery.runId} = ${runId} and ${isWithin(sql`${delivery.path}`)}) or exists (${lineOf(delivery.runId)}
    select 1 from line where line.parent = ${runId} and ${isWithin(sql`line.path`)}))`;
}

/** The run that no other run called. */
const rootOf = (runId: unknown): SQL => sql`(${lineOf(runId)} select line.id from line where line.parent is null)`;

/** A run, the run that called it, and so on; each with its caller and the path of the calling step there. */
const lineOf = (runId: unknown): SQL => sql`with recursive line (id, parent, path) as (
  select id, parent_run_id, parent_path from run where id = ${runId}
  union all select up.id, up.parent_run_id, up.parent_path from run up join line on up.id = line.parent)`;

/** Whether some run has taken back what it had written of a record, so that the record may be gone. */
export async function wasTakenBack(
  tx: OrganisationTx,
  record: { readonly connectionId: string; readonly object: string; readonly externalId: string },
): Promise<boolean> {
  const found = await tx
    .select({ id: delivery.id })
    .from(delivery)
    .where(
      and(
        eq(delivery.connectionId, record.connectionId),
        eq(delivery.object, record.object),
        eq(delivery.externalId, record.externalId),
        eq(delivery.state, 'undone'),
      ),
    )
    .limit(1);
  return found.length > 0;
}
