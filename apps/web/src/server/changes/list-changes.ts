import { and, desc, eq, ilike, inArray, or, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { isTakenBack, loadReleaseOutcomes } from '@throughline/core/db/changes/release-outcome';
import { user } from '@throughline/core/db/schema/auth';
import { change, changeItem, type ChangeState } from '@throughline/core/db/schema/change';
import { definition } from '@throughline/core/db/schema/definition';
import { offsetOf, type PageRequest } from '../paging.ts';
import { containsPattern } from '../search/contains-pattern.ts';

export interface ListChangesRequest extends PageRequest {
  readonly text: string;
  readonly states: readonly ChangeState[];
}

/** Changes, newest first, each with the names of its definitions. `text` is searched in title and number. */
export const listChanges = async (tx: OrganisationTx, request: ListChangesRequest) => {
  const { text, states, page, pageSize } = request;
  const number = /^#?(\d{1,9})$/.exec(text)?.[1];
  const where = and(
    inArray(change.state, [...states]),
    text === ''
      ? undefined
      : or(
          ilike(change.title, containsPattern(text)),
          number === undefined ? undefined : eq(change.number, Number(number)),
        ),
  );
  const total = await tx.$count(change, where);
  const rows = await tx
    .select({
      id: change.id,
      number: change.number,
      title: change.title,
      state: change.state,
      createdByName: user.name,
      createdAt: change.createdAt,
      submittedAt: change.submittedAt,
    })
    .from(change)
    .leftJoin(user, eq(user.id, change.createdBy))
    .where(where)
    .orderBy(desc(change.number))
    .limit(pageSize)
    .offset(offsetOf(request));
  const ids = rows.map(({ id }) => id);
  const items = await loadItemNames(tx, ids);
  const outcomes = await loadReleaseOutcomes(tx, ids);
  return {
    rows: rows.map((row) => ({
      ...row,
      isRolledBack: isTakenBack(row.id, outcomes),
      items: items.filter(({ changeId }) => changeId === row.id),
    })),
    total,
    page,
    pageSize,
  };
};

export type ChangeSummary = Awaited<ReturnType<typeof listChanges>>['rows'][number];

const loadItemNames = (tx: OrganisationTx, changeIds: string[]) =>
  tx
    .select({ changeId: changeItem.changeId, kind: definition.kind, key: definition.key, name: definition.name })
    .from(changeItem)
    .innerJoin(definition, eq(definition.id, changeItem.definitionId))
    .where(changeIds.length === 0 ? sql`false` : inArray(changeItem.changeId, changeIds))
    .orderBy(definition.kind, definition.name);
