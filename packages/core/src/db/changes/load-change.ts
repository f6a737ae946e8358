import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { change, changeItem, definition, draft, environment, release, review, user, version } from '../schema/index.ts';
import type { ChangeState } from '../schema/change.ts';
import { ChangeError } from './change-error.ts';

export type LoadedChange = Awaited<ReturnType<typeof loadChange>>;

/** A change with its items (document as submitted, and the version it was based on), reviews and releases. */
export async function loadChange(tx: OrganisationTx, wanted: { readonly number: number } | { readonly id: string }) {
  const [found] = await tx
    .select({ change, createdByName: user.name, createdByEmail: user.email })
    .from(change)
    .leftJoin(user, eq(user.id, change.createdBy))
    .where('id' in wanted ? eq(change.id, wanted.id) : eq(change.number, wanted.number));
  if (found === undefined) throw new ChangeError('CHANGE_NOT_FOUND', 'There is no such change.');
  const changeId = found.change.id;
  return {
    change: { ...found.change, createdByName: found.createdByName, createdByEmail: found.createdByEmail },
    items: await loadItems(tx, changeId),
    reviews: await tx
      .select({
        id: review.id,
        userId: review.userId,
        userName: user.name,
        userEmail: user.email,
        decision: review.decision,
        comment: review.comment,
        createdAt: review.createdAt,
      })
      .from(review)
      .leftJoin(user, eq(user.id, review.userId))
      .where(eq(review.changeId, changeId))
      .orderBy(review.createdAt, review.id),
    releases: await tx
      .select({ release, environmentKey: environment.key, environmentName: environment.name })
      .from(release)
      .innerJoin(environment, eq(environment.id, release.environmentId))
      .where(eq(release.changeId, changeId))
      .orderBy(release.publishedAt),
  };
}

function loadItems(tx: OrganisationTx, changeId: string) {
  return tx
    .select({
      id: changeItem.id,
      definitionId: definition.id,
      kind: definition.kind,
      key: definition.key,
      name: definition.name,
      document: changeItem.document,
      draftRevision: changeItem.draftRevision,
      authors: changeItem.authors,
      baseVersionId: changeItem.baseVersionId,
      baseVersionNumber: version.number,
      baseDocument: version.document,
      versionId: changeItem.versionId,
      /** The draft as it is now; newer than `draftRevision` when somebody went on. Null once published. */
      currentRevision: draft.revision,
      currentDocument: draft.document,
    })
    .from(changeItem)
    .innerJoin(definition, eq(definition.id, changeItem.definitionId))
    .leftJoin(version, eq(version.id, changeItem.baseVersionId))
    .leftJoin(draft, eq(draft.definitionId, changeItem.definitionId))
    .where(eq(changeItem.changeId, changeId))
    .orderBy(definition.kind, definition.key);
}

/** Lists changes, newest first. `before` is the last number of the previous page. */
export function listChanges(
  tx: OrganisationTx,
  filter: { readonly states?: readonly ChangeState[]; readonly before?: number; readonly limit?: number } = {},
) {
  return tx
    .select({
      id: change.id,
      number: change.number,
      title: change.title,
      state: change.state,
      createdBy: change.createdBy,
      createdByName: user.name,
      createdAt: change.createdAt,
      submittedAt: change.submittedAt,
      itemCount: sql<number>`(select count(*)::int from ${changeItem} where ${changeItem.changeId} = ${change.id})`,
    })
    .from(change)
    .leftJoin(user, eq(user.id, change.createdBy))
    .where(
      and(
        filter.states === undefined ? undefined : inArray(change.state, [...filter.states]),
        filter.before === undefined ? undefined : lt(change.number, filter.before),
      ),
    )
    .orderBy(desc(change.number))
    .limit(filter.limit ?? 50);
}
