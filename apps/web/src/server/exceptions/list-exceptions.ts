import { desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { OrganisationTx } from '@throughline/core/db';
import { user } from '@throughline/core/db/schema/auth';
import { definition } from '@throughline/core/db/schema/definition';
import { exception } from '@throughline/core/db/schema/run';
import type { ReplayTarget } from '@throughline/core/db/words/replay-target';
import { offsetOf, type PageRequest } from '../paging.ts';
import { exceptionConditions, type ExceptionQuery } from './exception-conditions.ts';
import { loadReplayRequests } from './load-replay-requests.ts';

/** Exceptions, newest first. */
export const listExceptions = async (tx: OrganisationTx, request: ExceptionQuery & PageRequest) => {
  const where = exceptionConditions(request);
  const resolver = alias(user, 'resolver');
  const rows = await tx
    .select({
      id: exception.id,
      code: exception.code,
      message: exception.message,
      businessKey: exception.businessKey,
      businessLabel: exception.businessLabel,
      state: exception.state,
      resolution: exception.resolution,
      targetKind: sql<ReplayTarget['kind']>`${exception.target}->>'kind'`,
      resolutionReason: exception.resolutionReason,
      resolvedByName: resolver.name,
      replayRunId: exception.replayRunId,
      ownerUserId: exception.ownerUserId,
      ownerName: user.name,
      flowName: definition.name,
      createdAt: exception.createdAt,
      resolvedAt: exception.resolvedAt,
    })
    .from(exception)
    .leftJoin(user, eq(user.id, exception.ownerUserId))
    .leftJoin(resolver, eq(resolver.id, exception.resolvedBy))
    .leftJoin(definition, eq(definition.id, exception.definitionId))
    .where(where)
    .orderBy(desc(exception.createdAt), desc(exception.id))
    .limit(request.pageSize)
    .offset(offsetOf(request));
  const replays = await loadReplayRequests(
    tx,
    rows.filter(isReplayed).map(({ id }) => id),
  );
  const replayOf = new Map(replays.map((replay) => [replay.exceptionId, replay]));
  return {
    rows: rows.map((row) => ({ ...row, replayRequest: replayOf.get(row.id) ?? null })),
    total: await tx.$count(exception, where),
    page: request.page,
    pageSize: request.pageSize,
  };
};

const isReplayed = ({ state, resolution }: Pick<typeof exception.$inferSelect, 'state' | 'resolution'>): boolean =>
  state === 'replaying' || resolution === 'replayed' || resolution === 'superseded';

export type ExceptionSummary = Awaited<ReturnType<typeof listExceptions>>['rows'][number];
