import { desc, eq, inArray } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { connectedSystems } from '../connections/connected-systems.ts';
import { loadLiveDocuments } from '../definitions/load-documents.ts';
import { organisationOf } from '../organisation-of.ts';
import { change, changeItem, version } from '../schema/index.ts';
import type { DefinitionKind } from '../schema/definition.ts';
import type { ChangeProblem } from './change-error.ts';
import { checkChange, type CheckChangeInput, type Checks } from './check-change.ts';
import type { LivePointer } from './lock-environment.ts';
import { testChange, type TestedDocuments } from './test-change.ts';

export type PublishItem = typeof changeItem.$inferSelect & { kind: DefinitionKind; key: string; name: string };

export interface CheckPublishingInput {
  readonly environmentId: string;
  readonly environmentName: string;
  readonly live: ReadonlyMap<string, LivePointer>;
  readonly items: readonly PublishItem[];
  readonly checks: Checks;
}

/** What `checkPublishing` looks at, read at one moment. */
export interface PublishingSet {
  readonly stale: readonly ChangeProblem[];
  readonly documents: CheckChangeInput & TestedDocuments;
}

/** Reads what stands in an environment around these documents, and finds newer work that they would undo. */
export async function loadPublishing(tx: OrganisationTx, input: CheckPublishingInput): Promise<PublishingSet> {
  const { environmentId, items, checks } = input;
  const connections = await connectedSystems(tx, environmentId);
  const surroundings = await loadLiveDocuments(tx, environmentId);
  const organisationId = await organisationOf(tx);
  return {
    stale: await findStale(tx, input),
    documents: { ...checks, items, surroundings, connections, organisationId },
  };
}

/**
 * Finds what stands in the way of these documents in an environment: what they miss there, newer work that they would
 * undo, and saved tests that fail with the value maps there.
 */
export async function checkPublishing(
  { stale, documents }: PublishingSet,
  signal?: AbortSignal,
): Promise<ChangeProblem[]> {
  return [...stale, ...(await checkDocuments(documents, signal))];
}

/** The same without newer work, which is looked for when the documents are locked. */
export async function checkDocuments(
  documents: PublishingSet['documents'],
  signal?: AbortSignal,
): Promise<ChangeProblem[]> {
  return [...(await checkChange(documents)), ...(await testChange(documents, signal))];
}

async function findStale(tx: OrganisationTx, input: CheckPublishingInput): Promise<ChangeProblem[]> {
  const { items, live, environmentName } = input;
  const ids = items.map(({ definitionId }) => definitionId);
  const versions = await tx
    .select({
      id: version.id,
      definitionId: version.definitionId,
      number: version.number,
      createdBy: version.createdBy,
      changeNumber: change.number,
    })
    .from(version)
    .leftJoin(change, eq(change.id, version.changeId))
    .where(inArray(version.definitionId, ids))
    .orderBy(desc(version.number));
  return items.flatMap((item) => {
    const ownVersion = versions.find(({ id }) => id === item.versionId);
    const latest = versions.find(({ definitionId }) => definitionId === item.definitionId);
    const isStale =
      ownVersion === undefined
        ? (latest?.id ?? null) !== item.baseVersionId
        : (live.get(item.definitionId)?.number ?? 0) > ownVersion.number;
    if (!isStale) return [];
    const origin = latest?.changeNumber == null ? '' : ` by change ${latest.changeNumber}`;
    const message =
      ownVersion === undefined
        ? `Version ${latest?.number} of "${item.name}" was published${origin} after this draft was started. Compare the two, bring the newer version into the draft, and submit again.`
        : `A newer version of "${item.name}" is live in ${environmentName}. To return to this one, roll that release back.`;
    const { definitionId, kind, key, name } = item;
    return [{ pointer: '', code: 'STALE', severity: 'error', message, definitionId, kind, key, name } as const];
  });
}
