import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { change, changeItem, definition, environment, liveVersion, version } from '../schema/index.ts';
import { ChangeError } from './change-error.ts';
import type { Checks } from './check-change.ts';
import { loadPublishing, type PublishingSet } from './check-publishing.ts';
import { requireEnvironmentOrder } from './environment-order.ts';

/**
 * Reads what publishing a change to an environment is checked against, for `checkPublishing`. Nothing is locked or written.
 * @throws ChangeError `RELEASE_NOT_FOUND` when there is no such environment, `CHANGE_NOT_FOUND`, `ENVIRONMENT_ORDER`
 */
export async function loadPreview(
  tx: OrganisationTx,
  input: { readonly changeId: string; readonly environmentId: string },
  checks: Checks,
): Promise<PublishingSet> {
  const { changeId, environmentId } = input;
  const [found] = await tx.select().from(environment).where(eq(environment.id, environmentId));
  if (found === undefined) throw new ChangeError('RELEASE_NOT_FOUND', `There is no environment ${environmentId}.`);
  const [asked] = await tx.select({ id: change.id, number: change.number }).from(change).where(eq(change.id, changeId));
  if (asked === undefined) throw new ChangeError('CHANGE_NOT_FOUND', 'There is no such change.');
  await requireEnvironmentOrder(tx, asked, environmentId);
  const live = await tx
    .select({ definitionId: liveVersion.definitionId, versionId: version.id, number: version.number })
    .from(liveVersion)
    .innerJoin(version, eq(version.id, liveVersion.versionId))
    .where(eq(liveVersion.environmentId, environmentId));
  const items = await tx
    .select({ item: changeItem, kind: definition.kind, key: definition.key, name: definition.name })
    .from(changeItem)
    .innerJoin(definition, eq(definition.id, changeItem.definitionId))
    .where(eq(changeItem.changeId, changeId));
  return loadPublishing(tx, {
    environmentId,
    environmentName: found.name,
    live: new Map(live.map(({ definitionId, versionId, number }) => [definitionId, { versionId, number }])),
    items: items.map(({ item, ...named }) => ({ ...item, ...named })),
    checks,
  });
}
