import { asc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { OrganisationTx } from '@throughline/core/db';
import { change, changeItem } from '@throughline/core/db/schema/change';
import { definition, liveVersion, version } from '@throughline/core/db/schema/definition';
import { environment } from '@throughline/core/db/schema/organisation';

/** What of a change is not live any more because a later change is. */
interface Replacement {
  readonly name: string;
  /** The version that is live now, and the change that brought it; null when it came another way. */
  readonly versionNumber: number;
  readonly changeNumber: number | null;
}

/**
 * How a change stands in each environment. `replaced`: part of it, or all, has a newer version live there, so it can
 * only come back by rolling that back; the server refuses to publish it.
 */
export const standingOf = async (tx: OrganisationTx, changeId: string) => {
  const own = alias(version, 'own');
  const items = await tx
    .select({
      definitionId: changeItem.definitionId,
      versionId: changeItem.versionId,
      number: own.number,
      name: definition.name,
    })
    .from(changeItem)
    .innerJoin(definition, eq(definition.id, changeItem.definitionId))
    .leftJoin(own, eq(own.id, changeItem.versionId))
    .where(eq(changeItem.changeId, changeId));
  const ids = items.map(({ definitionId }) => definitionId);
  const environments = await tx.select().from(environment).orderBy(asc(environment.position));
  const live = await tx
    .select({
      environmentId: liveVersion.environmentId,
      definitionId: liveVersion.definitionId,
      versionId: liveVersion.versionId,
      number: version.number,
      changeNumber: change.number,
    })
    .from(liveVersion)
    .innerJoin(version, eq(version.id, liveVersion.versionId))
    .leftJoin(change, eq(change.id, version.changeId))
    .where(inArray(liveVersion.definitionId, ids));
  return environments.map(({ id, key, name, kind }) => {
    const pointerOf = (definitionId: string) =>
      live.find((each) => each.environmentId === id && each.definitionId === definitionId);
    const replacements = items.flatMap((item): Replacement[] => {
      const now = pointerOf(item.definitionId);
      if (item.number === null || now === undefined || now.number <= item.number) return [];
      return [{ name: item.name, versionNumber: now.number, changeNumber: now.changeNumber }];
    });
    const isLive =
      items.length > 0 && items.every((item) => pointerOf(item.definitionId)?.versionId === item.versionId);
    const state: Standing = isLive ? 'live' : replacements.length > 0 ? 'replaced' : 'not-live';
    return { key, name, kind, state, replacements };
  });
};

type Standing = 'live' | 'replaced' | 'not-live';
