import type { KantataStore } from '../api/kantata-store.ts';
import { plainText } from '../api/plain-text.ts';
import type { KantataRecord } from '../api/record.ts';

/** The rate of a role on a project's card on a day (default: today), in minor units per hour. */
export function projectRate(
  store: KantataStore,
  workspace: KantataRecord | undefined,
  roleId: unknown,
  onDate: string = store.today(),
): number | undefined {
  const card = store.get('rate_cards', workspace?.['rate_card_id']);
  if (card === undefined) return undefined;
  const versions = store
    .where('rate_card_versions', 'rate_card_id', card.id)
    .map((version) => ({ version, from: effectiveDate(store, version) }))
    .filter(({ from }) => from <= onDate)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1));
  const effective = versions[0]?.version;
  if (effective === undefined) return undefined;
  const role = store
    .where('rate_card_roles', 'rate_card_version_id', effective.id)
    .find((each) => each['role_id'] === roleId);
  const rate = role?.['rate'] ?? effective['default_rate'];
  return typeof rate === 'number' ? rate : undefined;
}

function effectiveDate(store: KantataStore, version: KantataRecord): string {
  return plainText(store.get('rate_card_set_versions', version['rate_card_set_version_id'])?.['effective_date']);
}
