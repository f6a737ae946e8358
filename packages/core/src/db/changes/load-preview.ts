import { eq } from 'drizzle-orm';
import type { OrganisationTx } from '../client.ts';
import { change } from '../schema/index.ts';
import { ChangeError } from './change-error.ts';
import type { Checks } from './check-change.ts';
import { loadPublishing, type PublishingSet } from './check-publishing.ts';
import { requireEnvironmentOrder } from './environment-order.ts';
import { loadChangeItems } from './load-change-items.ts';
import { readEnvironment } from './lock-environment.ts';

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
  const { name: environmentName, live } = await readEnvironment(tx, environmentId);
  const [asked] = await tx.select({ id: change.id, number: change.number }).from(change).where(eq(change.id, changeId));
  if (asked === undefined) throw new ChangeError('CHANGE_NOT_FOUND', 'There is no such change.');
  await requireEnvironmentOrder(tx, asked, environmentId);
  const items = await loadChangeItems(tx, changeId);
  return loadPublishing(tx, { environmentId, environmentName, live, items, checks });
}
