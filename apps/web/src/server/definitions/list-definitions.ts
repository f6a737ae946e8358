import { and, asc, eq, exists, ilike, inArray, isNull, or, type SQL } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { user } from '@throughline/core/db/schema/auth';
import { change, changeItem } from '@throughline/core/db/schema/change';
import { definition, draft, liveVersion, type DefinitionKind } from '@throughline/core/db/schema/definition';
import { offsetOf, type Page, type PageRequest } from '../paging.ts';
import { containsPattern } from '../search/contains-pattern.ts';
import type { DefinitionFilter } from './definition-filters.ts';
import { describeDefinitions, type DefinitionSummary } from './describe-definitions.ts';

export interface ListDefinitionsRequest extends PageRequest {
  readonly environmentId: string;
  readonly kinds: readonly DefinitionKind[];
  readonly text: string;
  readonly filter: DefinitionFilter;
}

/** Definitions by name, with what a list shows of each. */
export const listDefinitions = async (
  tx: OrganisationTx,
  request: ListDefinitionsRequest,
): Promise<Page<DefinitionSummary>> => {
  const where = conditionsOf(tx, request);
  const total = await tx.$count(definition, where);
  const rows = await tx
    .select({
      id: definition.id,
      kind: definition.kind,
      key: definition.key,
      name: definition.name,
      description: definition.description,
      ownerUserId: definition.ownerUserId,
      ownerName: user.name,
    })
    .from(definition)
    .leftJoin(user, eq(user.id, definition.ownerUserId))
    .where(where)
    .orderBy(asc(definition.name), asc(definition.id))
    .limit(request.pageSize)
    .offset(offsetOf(request));
  const { page, pageSize, environmentId } = request;
  return { rows: await describeDefinitions(tx, environmentId, rows), total, page, pageSize };
};

const conditionsOf = (tx: OrganisationTx, { kinds, text, filter, environmentId }: ListDefinitionsRequest) => {
  const pattern = containsPattern(text);
  return and(
    isNull(definition.archivedAt),
    inArray(definition.kind, [...kinds]),
    text === ''
      ? undefined
      : or(ilike(definition.name, pattern), ilike(definition.key, pattern), ilike(definition.description, pattern)),
    stateCondition(tx, filter, environmentId),
  );
};

const stateCondition = (tx: OrganisationTx, filter: DefinitionFilter, environmentId: string): SQL | undefined => {
  switch (filter) {
    case 'all':
      return undefined;
    case 'draft':
      return exists(tx.select({ id: draft.definitionId }).from(draft).where(eq(draft.definitionId, definition.id)));
    case 'in-review':
      return exists(
        tx
          .select({ id: changeItem.id })
          .from(changeItem)
          .innerJoin(change, eq(change.id, changeItem.changeId))
          .where(and(eq(changeItem.definitionId, definition.id), inArray(change.state, ['in-review', 'approved']))),
      );
    case 'live':
      return exists(
        tx
          .select({ id: liveVersion.id })
          .from(liveVersion)
          .where(and(eq(liveVersion.definitionId, definition.id), eq(liveVersion.environmentId, environmentId))),
      );
  }
};
