import { asc, eq, inArray } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { OrganisationTx } from '@throughline/core/db';
import { missingBefore } from '@throughline/core/db/changes/environment-order';
import { loadReleaseOutcomes } from '@throughline/core/db/changes/release-outcome';
import { change, changeItem } from '@throughline/core/db/schema/change';
import { definition, liveVersion, version } from '@throughline/core/db/schema/definition';
import { environment } from '@throughline/core/db/schema/organisation';
import { describeMoves } from '../releases/describe-moves.ts';

/** A part of a change that is no longer live because a later change is. */
interface Replacement {
  readonly name: string;
  /** The version that is live now, and the change that published it; null if it was published in another way. */
  readonly versionNumber: number;
  readonly changeNumber: number | null;
}

/**
 * The state of a change in each environment. `rolled-back`: it was live and somebody rolled it back. `replaced`: a
 * newer version of part of it, or of all of it, is live, so it can only come back by rolling that back; the server
 * refuses to publish it.
 */
export const standingOf = async (tx: OrganisationTx, changeId: string) => {
  const items = await loadItems(tx, changeId);
  const environments = await tx.select().from(environment).orderBy(asc(environment.position));
  const live = await loadLive(
    tx,
    items.map(({ definitionId }) => definitionId),
  );
  const outcomes = await loadReleaseOutcomes(tx, [changeId]);
  const standings = [];
  for (const place of environments) {
    const { id, key, name, kind } = place;
    const pointerOf = (definitionId: string) =>
      live.find((each) => each.environmentId === id && each.definitionId === definitionId);
    const replacements = items.flatMap((item): Replacement[] => {
      const now = pointerOf(item.definitionId);
      if (item.number === null || now === undefined || now.number <= item.number) return [];
      return [{ name: item.name, versionNumber: now.number, changeNumber: now.changeNumber }];
    });
    const isLive =
      items.length > 0 && items.every((item) => pointerOf(item.definitionId)?.versionId === item.versionId);
    const outcome = outcomes.find(({ environmentId }) => environmentId === id);
    const isRolledBack = !isLive && outcome?.state === 'rolled-back';
    const state: Standing = isLive
      ? 'live'
      : isRolledBack
        ? 'rolled-back'
        : replacements.length > 0
          ? 'replaced'
          : 'not-live';
    const missing = missingBefore(place, environments, outcomes);
    standings.push({
      key,
      name,
      kind,
      state,
      replacements,
      /** The environment to which it has to be published first; null if this one may be next. */
      waitsFor: missing === undefined ? null : missing.environment.name,
      isPublishable: !isLive && replacements.length === 0 && missing === undefined,
      rollback: isRolledBack && outcome !== undefined ? await describeRollback(tx, outcome) : null,
    });
  }
  return standings;
};

type Standing = 'live' | 'rolled-back' | 'replaced' | 'not-live';
type Outcome = Awaited<ReturnType<typeof loadReleaseOutcomes>>[number];

/** Who rolled a change back, when, why, and which versions have been live since. */
const describeRollback = async (tx: OrganisationTx, { release, takenBack }: Outcome) => ({
  byName: release.byName,
  at: release.at,
  reason: release.note,
  releaseNumber: takenBack?.number ?? null,
  moves: await describeMoves(tx, release.previous, takenBack?.previous ?? {}),
});

const loadItems = (tx: OrganisationTx, changeId: string) => {
  const own = alias(version, 'own');
  return tx
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
};

const loadLive = (tx: OrganisationTx, definitionIds: string[]) =>
  tx
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
    .where(inArray(liveVersion.definitionId, definitionIds));
