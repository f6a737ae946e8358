import { and, eq, inArray } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { ChangeError, type ChangeProblem } from '@throughline/core/db/changes/change-error';
import type { Checks } from '@throughline/core/db/changes/check-change';
import { requireRollBack } from '@throughline/core/db/changes/require-roll-back';
import { loadLiveDocuments } from '@throughline/core/db/definitions/load-documents';
import { release } from '@throughline/core/db/schema/change';
import { liveVersion, version } from '@throughline/core/db/schema/definition';
import { run } from '@throughline/core/db/schema/run';
import { impactOf } from '../changes/impact-of.ts';
import { nameImpact } from '../changes/name-impact.ts';
import { Refusal } from '../trpc/refusal.ts';
import { describeMoves, type Move } from './describe-moves.ts';

/** What rolling back a release would change, before anybody confirms it. */
export interface RollBackPreview {
  readonly moves: readonly Move[];
  /** Flows whose next runs start with another version of the flow or of something that it uses. */
  readonly flows: readonly {
    readonly key: string;
    readonly name: string;
    /** Runs that have not ended; they finish with the version with which they started. */
    readonly runsUnderWay: number;
  }[];
  /** Why it would be refused; null if it would not be. */
  readonly refusal: { readonly message: string; readonly problems: readonly ChangeProblem[] } | null;
}

const unfinished = ['queued', 'running', 'waiting'] as const;

export const previewRollBack = async (
  tx: OrganisationTx,
  { releaseId, environment }: { readonly releaseId: string; readonly environment: { id: string; name: string } },
  checks: Checks,
): Promise<RollBackPreview> => {
  const isAsked = and(eq(release.id, releaseId), eq(release.environmentId, environment.id));
  const [found] = await tx.select().from(release).where(isAsked);
  if (found === undefined) throw new Refusal('not-found', 'RELEASE_NOT_FOUND', 'There is no such release here.');
  const moves = await describeMoves(tx, await loadPointers(tx, environment.id, found.previous), found.previous);
  const touched = await loadTouchedFlows(tx, environment.id, moves, found.previous);
  const flows = [];
  for (const { key, name, definitionId } of touched) {
    const isUnderWay = and(
      eq(run.environmentId, environment.id),
      eq(run.definitionId, definitionId),
      inArray(run.state, [...unfinished]),
    );
    flows.push({ key, name, runsUnderWay: await tx.$count(run, isUnderWay) });
  }
  return { moves, flows, refusal: await refusalOf(requireRollBack(tx, found, environment.name, checks)) };
};

const loadPointers = async (
  tx: OrganisationTx,
  environmentId: string,
  previous: Readonly<Record<string, string | null>>,
) => {
  const rows = await tx
    .select({ definitionId: liveVersion.definitionId, versionId: liveVersion.versionId })
    .from(liveVersion)
    .where(and(eq(liveVersion.environmentId, environmentId), inArray(liveVersion.definitionId, Object.keys(previous))));
  return Object.fromEntries(rows.map(({ definitionId, versionId }) => [definitionId, versionId]));
};

/** The flows that use the changed documents, as they are live now and as they would be. */
const loadTouchedFlows = async (
  tx: OrganisationTx,
  environmentId: string,
  moves: readonly Move[],
  previous: Readonly<Record<string, string | null>>,
) => {
  const versionIds = Object.values(previous).filter((id) => id !== null);
  const documents =
    versionIds.length === 0
      ? []
      : await tx
          .select({ definitionId: version.definitionId, document: version.document })
          .from(version)
          .where(inArray(version.id, versionIds));
  const items = moves.map(({ definitionId, kind, key }) => ({
    kind,
    key,
    after: documents.find((each) => each.definitionId === definitionId)?.document,
  }));
  const impact = impactOf(items, await loadLiveDocuments(tx, environmentId));
  return (await nameImpact(tx, impact)).flows;
};

const refusalOf = async (check: Promise<void>): Promise<RollBackPreview['refusal']> => {
  try {
    await check;
    return null;
  } catch (error) {
    if (error instanceof ChangeError) return { message: error.message, problems: error.problems };
    throw error;
  }
};
