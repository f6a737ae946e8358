import { and, eq, inArray } from 'drizzle-orm';
import { writeAudit } from '../audit.ts';
import type { OrganisationTx } from '../client.ts';
import { change, changeItem, definition, draft, version } from '../schema/index.ts';
import { documentHash } from '../document-hash.ts';
import type { MappingBehaviour } from './behaviour/compare-behaviour.ts';
import { requireNoSurprises } from './behaviour/require-no-surprises.ts';
import { ChangeError, type ChangeProblem } from './change-error.ts';
import type { Checks } from './check-change.ts';
import { checkDocuments, loadPublishing, type PublishItem } from './check-publishing.ts';
import { problemsOfContent, type TestedContent } from './tested-content.ts';
import { requireEnvironmentOrder } from './environment-order.ts';
import { loadChangeItems } from './load-change-items.ts';
import { lockChange } from './lock-change.ts';
import { lockEnvironment } from './lock-environment.ts';
import { moveLiveVersions } from './move-live-versions.ts';

export interface PublishChangeInput {
  readonly changeId: string;
  readonly environmentId: string;
  readonly publishedBy: string;
  readonly note?: string;
}

export interface PublishedRelease {
  readonly releaseId: string;
  /** Counts the releases of the environment. */
  readonly number: number;
  readonly versions: readonly { readonly definitionId: string; readonly versionId: string; readonly number: number }[];
  readonly warnings: readonly ChangeProblem[];
}

/**
 * Publishes an approved change to an environment: the first time it makes a version of each document, afterwards (to
 * the next environment) the same versions go live there. All pointers move in one transaction. `tested` and `compared` are
 * what was found before the transaction; without them, the transaction waits for the saved tests and the comparison.
 * @throws ChangeError `NOT_PUBLISHABLE` with every problem (something missing there, or somebody published a newer
 * base meanwhile), `ENVIRONMENT_ORDER`, `ALREADY_LIVE`, `CHANGE_STATE`, `SURPRISES_OPEN`, `CONTENT_CHANGED`
 */
export async function publishChange(
  tx: OrganisationTx,
  input: PublishChangeInput,
  checks: Checks,
  tested?: TestedContent,
  compared?: readonly MappingBehaviour[],
): Promise<PublishedRelease> {
  const { changeId, environmentId, publishedBy, note = '' } = input;
  const { name, live } = await lockEnvironment(tx, environmentId);
  const found = await lockChange(tx, changeId, ['approved', 'published']);
  const items = await lockItems(tx, changeId);
  if (
    items.every(({ definitionId, versionId }) => versionId !== null && live.get(definitionId)?.versionId === versionId)
  ) {
    throw new ChangeError('ALREADY_LIVE', `Change ${found.number} is live in ${name} already.`);
  }
  await requireEnvironmentOrder(tx, found, environmentId);
  const { stale, documents } = await loadPublishing(tx, { environmentId, environmentName: name, live, items, checks });
  const problems = [...stale, ...(await problemsOfContent(documents, checkDocuments, { tested, act: 'publish' }))];
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const count = errors.length === 1 ? 'one problem' : `${errors.length} problems`;
    throw new ChangeError('NOT_PUBLISHABLE', `Change ${found.number} cannot go to ${name}: ${count}.`, problems);
  }
  await requireNoSurprises(tx, { changeId, number: found.number, act: 'publish', compared });
  const versions = [];
  for (const item of items) versions.push(await versionOf(tx, item, changeId, publishedBy));
  const targets = new Map(versions.map(({ definitionId, versionId }) => [definitionId, versionId]));
  const made = await moveLiveVersions(tx, { environmentId, changeId, targets, live, note, publishedBy });
  await tx.update(change).set({ state: 'published' }).where(eq(change.id, changeId));
  await writeAudit(tx, {
    actor: publishedBy,
    action: 'change.published',
    subjectType: 'change',
    subjectId: changeId,
    environmentId,
    details: { number: found.number, release: made.number, versions },
  });
  return { ...made, versions, warnings: problems };
}

async function lockItems(tx: OrganisationTx, changeId: string): Promise<PublishItem[]> {
  const items = await loadChangeItems(tx, changeId);
  // This lock is taken before anybody can start a draft from these definitions or make another version of them.
  const ids = items.map(({ definitionId }) => definitionId);
  await tx
    .select({ id: definition.id })
    .from(definition)
    .where(inArray(definition.id, ids))
    .orderBy(definition.id)
    .for('no key update');
  return items;
}

async function versionOf(tx: OrganisationTx, item: PublishItem, changeId: string, createdBy: string) {
  const { definitionId, document } = item;
  if (item.versionId !== null) {
    const [existing] = await tx.select({ number: version.number }).from(version).where(eq(version.id, item.versionId));
    return { definitionId, versionId: item.versionId, number: existing?.number ?? 0 };
  }
  const [made] = await tx
    .insert(version)
    .values({ definitionId, document, hash: documentHash(document), changeId, createdBy })
    .returning({ id: version.id, number: version.number });
  if (made === undefined) throw new Error('The version was not stored.');
  await tx.update(changeItem).set({ versionId: made.id }).where(eq(changeItem.id, item.id));
  await endDraft(tx, item, made.id);
  return { definitionId, versionId: made.id, number: made.number };
}

/**
 * A draft that was edited after it was submitted stays, and is now based on the version that its submitted state
 * became.
 */
async function endDraft(tx: OrganisationTx, item: PublishItem, versionId: string): Promise<void> {
  const isSubmitted = and(eq(draft.definitionId, item.definitionId), eq(draft.revision, item.draftRevision));
  const removed = await tx.delete(draft).where(isSubmitted).returning({ definitionId: draft.definitionId });
  if (removed.length > 0) return;
  await tx.update(draft).set({ baseVersionId: versionId }).where(eq(draft.definitionId, item.definitionId));
}
