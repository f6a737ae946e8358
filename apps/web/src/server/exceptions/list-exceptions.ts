import { desc, eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { user } from '@throughline/core/db/schema/auth';
import { definition } from '@throughline/core/db/schema/definition';
import { exception } from '@throughline/core/db/schema/run';
import { offsetOf, type PageRequest } from '../paging.ts';
import { exceptionConditions, type ExceptionQuery } from './exception-conditions.ts';

/** Exceptions, newest first. */
export const listExceptions = async (tx: OrganisationTx, request: ExceptionQuery & PageRequest) => {
  const where = exceptionConditions(request);
  const rows = await tx
    .select({
      id: exception.id,
      code: exception.code,
      message: exception.message,
      businessKey: exception.businessKey,
      businessLabel: exception.businessLabel,
      state: exception.state,
      resolution: exception.resolution,
      ownerUserId: exception.ownerUserId,
      ownerName: user.name,
      flowName: definition.name,
      createdAt: exception.createdAt,
      resolvedAt: exception.resolvedAt,
    })
    .from(exception)
    .leftJoin(user, eq(user.id, exception.ownerUserId))
    .leftJoin(definition, eq(definition.id, exception.definitionId))
    .where(where)
    .orderBy(desc(exception.createdAt), desc(exception.id))
    .limit(request.pageSize)
    .offset(offsetOf(request));
  return { rows, total: await tx.$count(exception, where), page: request.page, pageSize: request.pageSize };
};

export type ExceptionSummary = Awaited<ReturnType<typeof listExceptions>>['rows'][number];
