import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { user } from '@throughline/core/db/schema/auth';
import { change, changeItem, type ChangeState } from '@throughline/core/db/schema/change';
import { draft, liveVersion, version, type DefinitionKind } from '@throughline/core/db/schema/definition';
import { environment } from '@throughline/core/db/schema/organisation';
import { run } from '@throughline/core/db/schema/run';
import { type RunState } from '@throughline/core/db/words/run-words';

export interface DefinitionRow {
  readonly id: string;
  readonly kind: DefinitionKind;
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly ownerUserId: string | null;
  readonly ownerName: string | null;
}

export interface DefinitionSummary extends DefinitionRow {
  readonly draft: { readonly updatedAt: Date; readonly updatedByName: string | null } | undefined;
  /** The open change that contains its draft. */
  readonly change: { readonly number: number; readonly state: ChangeState } | undefined;
  /** Live version per environment key. */
  readonly live: Readonly<Record<string, number>>;
  readonly lastRun: { readonly id: string; readonly state: RunState; readonly createdAt: Date } | undefined;
}

/** Adds to each definition its draft, change, live versions and last live run in the environment. */
export const describeDefinitions = async (
  tx: OrganisationTx,
  environmentId: string,
  rows: readonly DefinitionRow[],
): Promise<DefinitionSummary[]> => {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const drafts = await loadDrafts(tx, ids);
  const changes = await loadChanges(tx, ids);
  const live = await loadLive(tx, ids);
  const runs = await loadLastRuns(tx, environmentId, ids);
  return rows.map((row) => ({
    ...row,
    draft: drafts.find(({ definitionId }) => definitionId === row.id),
    change: changes.find(({ definitionId }) => definitionId === row.id),
    live: Object.fromEntries(
      live
        .filter(({ definitionId }) => definitionId === row.id)
        .map(({ environmentKey, number }) => [environmentKey, number]),
    ),
    lastRun: runs.find(({ definitionId }) => definitionId === row.id),
  }));
};

const loadDrafts = (tx: OrganisationTx, ids: string[]) =>
  tx
    .select({ definitionId: draft.definitionId, updatedAt: draft.updatedAt, updatedByName: user.name })
    .from(draft)
    .leftJoin(user, eq(user.id, draft.updatedBy))
    .where(inArray(draft.definitionId, ids));

const loadChanges = (tx: OrganisationTx, ids: string[]) =>
  tx
    .select({ definitionId: changeItem.definitionId, number: change.number, state: change.state })
    .from(changeItem)
    .innerJoin(change, eq(change.id, changeItem.changeId))
    .where(and(inArray(changeItem.definitionId, ids), inArray(change.state, ['open', 'in-review', 'approved'])));

const loadLive = (tx: OrganisationTx, ids: string[]) =>
  tx
    .select({ definitionId: liveVersion.definitionId, environmentKey: environment.key, number: version.number })
    .from(liveVersion)
    .innerJoin(version, eq(version.id, liveVersion.versionId))
    .innerJoin(environment, eq(environment.id, liveVersion.environmentId))
    .where(inArray(liveVersion.definitionId, ids))
    .orderBy(asc(environment.position));

const loadLastRuns = (tx: OrganisationTx, environmentId: string, ids: string[]) =>
  tx
    .selectDistinctOn([run.definitionId], {
      definitionId: run.definitionId,
      id: run.id,
      state: run.state,
      createdAt: run.createdAt,
    })
    .from(run)
    .where(and(eq(run.environmentId, environmentId), inArray(run.definitionId, ids), eq(run.mode, 'live')))
    .orderBy(run.definitionId, desc(run.createdAt));
