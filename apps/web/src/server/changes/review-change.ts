import { asc, inArray, max } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { loadVerdicts } from '@throughline/core/db/changes/behaviour/load-verdicts';
import { isTakenBack, loadReleaseOutcomes } from '@throughline/core/db/changes/release-outcome';
import { loadThreads } from '@throughline/core/db/changes/threads/load-threads';
import { loadChange } from '@throughline/core/db/changes/load-change';
import { loadLatestDocuments } from '@throughline/core/db/definitions/load-documents';
import { user } from '@throughline/core/db/schema/auth';
import { version } from '@throughline/core/db/schema/definition';
import { impactOf } from './impact-of.ts';
import { nameImpact } from './name-impact.ts';
import { standingOf } from './standing-of.ts';

/**
 * Everything that a reviewer looks at. While a change is open, its items show the current drafts; afterwards, they show
 * what was submitted.
 */
export const reviewChange = async (tx: OrganisationTx, number: number) => {
  const loaded = await loadChange(tx, { number });
  const isOpen = loaded.change.state === 'open';
  const latest = await latestNumbers(
    tx,
    loaded.items.map(({ definitionId }) => definitionId),
  );
  const items = loaded.items.map(({ currentDocument, document, baseDocument, ...item }) => ({
    ...item,
    before: baseDocument,
    after: isOpen ? (currentDocument ?? document) : document,
    /** A newer version was published than the one from which this was started, and this one is not published itself. */
    newerVersion: newerThan(item, latest),
    hasNewerDraft: !isOpen && item.currentRevision !== null && item.currentRevision > item.draftRevision,
  }));
  const authorIds = [...new Set(items.flatMap(({ authors }) => authors))];
  const authors =
    authorIds.length === 0
      ? []
      : await tx
          .select({ id: user.id, name: user.name, email: user.email })
          .from(user)
          .where(inArray(user.id, authorIds))
          .orderBy(asc(user.name));
  return {
    ...loaded.change,
    items,
    authors,
    reviews: loaded.reviews,
    /** Discussions of places in its documents. */
    threads: await loadThreads(tx, loaded.change.id),
    /** What was said about changed outputs of its mappings, oldest first. */
    verdicts: await loadVerdicts(tx, loaded.change.id),
    releases: loaded.releases.map(({ release: { previous: _previous, ...row }, ...names }) => ({ ...row, ...names })),
    isRolledBack: isTakenBack(loaded.change.id, await loadReleaseOutcomes(tx, [loaded.change.id])),
    environments: await standingOf(tx, loaded.change.id),
    impact: await nameImpact(tx, impactOf(items, await loadLatestDocuments(tx))),
  };
};

/** Highest version number per definition. */
const latestNumbers = async (tx: OrganisationTx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx
    .select({ definitionId: version.definitionId, number: max(version.number) })
    .from(version)
    .where(inArray(version.definitionId, [...ids]))
    .groupBy(version.definitionId);
  return new Map(rows.map(({ definitionId, number }) => [definitionId, number ?? 0]));
};

interface Based {
  readonly definitionId: string;
  readonly versionId: string | null;
  readonly baseVersionNumber: number | null;
}

const newerThan = (item: Based, latest: ReadonlyMap<string, number>): number | null => {
  const number = latest.get(item.definitionId) ?? 0;
  return item.versionId === null && number > (item.baseVersionNumber ?? 0) ? number : null;
};
