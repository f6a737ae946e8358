import { and, desc, eq, gte, ilike, inArray, lt, or, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { definition, version } from '@throughline/core/db/schema/definition';
import { run } from '@throughline/core/db/schema/run';
import { type RunMode, type RunState } from '@throughline/core/db/words/run-words';
import { offsetOf, type PageRequest } from '../paging.ts';
import { containsPattern } from '../search/contains-pattern.ts';

export interface ListRunsRequest extends PageRequest {
  readonly environmentId: string;
  readonly text: string;
  readonly states: readonly RunState[];
  readonly flowKey?: string | undefined;
  readonly mode?: RunMode | undefined;
  readonly from?: Date | undefined;
  /** Exclusive. */
  readonly until?: Date | undefined;
}

/** Runs of an environment, newest first. `text` is searched in business key, label and run id. */
export const listRuns = async (tx: OrganisationTx, request: ListRunsRequest) => {
  const where = conditionsOf(request);
  const [counted] = await tx
    .select({ total: sql<number>`count(*)::int` })
    .from(run)
    .leftJoin(definition, eq(definition.id, run.definitionId))
    .where(where);
  const rows = await tx
    .select({
      ...runColumns,
      flowKey: definition.key,
      flowName: definition.name,
      versionNumber: version.number,
    })
    .from(run)
    .leftJoin(definition, eq(definition.id, run.definitionId))
    .leftJoin(version, eq(version.id, run.versionId))
    .where(where)
    .orderBy(desc(run.createdAt), desc(run.id))
    .limit(request.pageSize)
    .offset(offsetOf(request));
  return { rows, total: counted?.total ?? 0, page: request.page, pageSize: request.pageSize };
};

export type RunSummary = Awaited<ReturnType<typeof listRuns>>['rows'][number];

const runColumns = {
  id: run.id,
  mode: run.mode,
  source: run.source,
  state: run.state,
  businessKey: run.businessKey,
  businessLabel: run.businessLabel,
  errorCode: run.errorCode,
  replayOfRunId: run.replayOfRunId,
  createdAt: run.createdAt,
  startedAt: run.startedAt,
  finishedAt: run.finishedAt,
};

const conditionsOf = ({ environmentId, text, states, flowKey, mode, from, until }: ListRunsRequest) => {
  const pattern = containsPattern(text);
  return and(
    eq(run.environmentId, environmentId),
    text === ''
      ? undefined
      : or(
          ilike(run.businessKey, pattern),
          ilike(run.businessLabel, pattern),
          sql`${run.id}::text like ${pattern.toLowerCase()}`,
        ),
    states.length === 0 ? undefined : inArray(run.state, [...states]),
    flowKey === undefined ? undefined : and(eq(definition.key, flowKey), eq(definition.kind, 'flow')),
    mode === undefined ? undefined : eq(run.mode, mode),
    from === undefined ? undefined : gte(run.createdAt, from),
    until === undefined ? undefined : lt(run.createdAt, until),
  );
};
