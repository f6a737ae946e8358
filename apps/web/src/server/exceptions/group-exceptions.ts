import { desc, eq, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { user } from '@throughline/core/db/schema/auth';
import { exception } from '@throughline/core/db/schema/run';
import { exceptionConditions, type ExceptionQuery } from './exception-conditions.ts';

const mostGroups = 200;

/** Exceptions by cause, largest group first. */
export const groupExceptions = (tx: OrganisationTx, query: ExceptionQuery) =>
  tx
    .select({
      code: exception.code,
      count: sql<number>`count(*)::int`,
      unowned: sql<number>`(count(*) filter (where ${exception.ownerUserId} is null))::int`,
      /** The newest message represents all of them, because rules give the same sentence for every record. */
      message: sql<string>`(array_agg(${exception.message} order by ${exception.createdAt} desc))[1]`,
      oldestAt: sql<Date>`min(${exception.createdAt})`.mapWith(exception.createdAt),
      newestAt: sql<Date>`max(${exception.createdAt})`.mapWith(exception.createdAt),
      ownerNames: sql<
        string[]
      >`coalesce(array_agg(distinct ${user.name}) filter (where ${user.name} is not null), '{}')`,
    })
    .from(exception)
    .leftJoin(user, eq(user.id, exception.ownerUserId))
    .where(exceptionConditions(query))
    .groupBy(exception.code)
    .orderBy(desc(sql`count(*)`), exception.code)
    .limit(mostGroups);
