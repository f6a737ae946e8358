import { ACCOUNT_ID } from '../api/kantata-store.ts';
import type { KantataStore } from '../api/kantata-store.ts';
import { createRecords } from '../api/write-record.ts';
import { findResource } from '../resources/all-resources.ts';
import type { ResourceKey } from '../api/record.ts';
import { CONSULTANTS, ROLES } from './people.ts';

/** Exchange rates of the pound when the year's rate cards were set. Rates are rounded to whole units. */
const CURRENCIES = [
  { currency: 'GBP', factor: 1 },
  { currency: 'EUR', factor: 1.15 },
  { currency: 'USD', factor: 1.27 },
  { currency: 'CHF', factor: 1.12 },
] as const;

const PROJECT_FIELDS = ['Salesforce Opportunity', 'Legal Entity', 'Contract Type', 'Billing Model', 'PO Number'];

/**
 * The account of Halden & Pike before any deal of the story has closed: people, roles and rate cards, but no project.
 */
export function seedKantata(store: KantataStore): void {
  const userId = seedUser(store, 'Throughline Integration', 'integration', null);
  const create = (key: ResourceKey, input: object): string =>
    createRecords({ store, userId }, findResource(key), [input])[0]?.id ?? '';
  const roleIds = new Map(ROLES.map(({ code, name }) => [code as string, create('roles', { name })]));
  for (const [fullName, code] of CONSULTANTS) {
    const role = ROLES.find((each) => each.code === code);
    seedUser(store, fullName, emailName(fullName), { roleId: roleIds.get(code) ?? '', ...role });
  }
  seedRateCards(store, create, roleIds);
  for (const name of PROJECT_FIELDS) {
    store.insert('custom_fields', {
      name,
      subject_type: 'Workspace',
      value_type: 'string',
      creator_id: userId,
      default_text: null,
      unique_constraint: false,
      write_access: 'admins',
      read_access: 'everyone',
      hidden_in_user_interface: false,
      currency: null,
    });
  }
}

interface Rates {
  readonly roleId: string;
  readonly bill?: number;
  readonly cost?: number;
}

function seedUser(store: KantataStore, fullName: string, name: string, rates: Rates | null): string {
  const isAdministrator = rates === null;
  const user = store.insert('users', {
    full_name: fullName,
    photo_path: null,
    email_address: `${name}@haldenpike.example`,
    headline: null,
    disabled: false,
    account_id: ACCOUNT_ID,
  });
  store.insert('account_memberships', {
    user_id: user.id,
    default_role_id: rates?.roleId ?? null,
    manager_id: null,
    disabled_at: null,
    permission: isAdministrator ? 'administrator' : 'collaborator',
    is_administrator: isAdministrator,
    is_project_lead: isAdministrator,
    is_punch_clock_user: false,
    can_create_workspace: isAdministrator,
    can_view_reports: isAdministrator,
    can_log_in: true,
    is_owner: false,
    bill_rate_in_cents: rates?.bill === undefined ? null : rates.bill * 100,
    cost_rate_in_cents: rates?.cost === undefined ? null : rates.cost * 100,
    billability_target: isAdministrator ? null : 80,
  });
  return user.id;
}

/** One set with a card per currency and two versions: last year's rates, and this year's, 4 % higher. */
function seedRateCards(
  store: KantataStore,
  create: (key: ResourceKey, input: object) => string,
  roleIds: ReadonlyMap<string, string>,
): void {
  const set = store.insert('rate_card_sets', { title: 'Standard rates', account_default: true });
  const versions = [
    { effectiveDate: '2025-01-01', share: 1 },
    { effectiveDate: '2026-01-01', share: 1.04 },
  ].map(({ effectiveDate, share }) => ({
    share,
    id: store.insert('rate_card_set_versions', { rate_card_set_id: set.id, effective_date: effectiveDate }).id,
  }));
  for (const { currency, factor } of CURRENCIES) {
    const card = create('rate_cards', { rate_card_set_id: set.id, currency });
    for (const { id, share } of versions) {
      const version = store
        .where('rate_card_versions', 'rate_card_id', card)
        .find((each) => each['rate_card_set_version_id'] === id);
      for (const { code, bill } of ROLES) {
        const rate = Math.round(bill * factor * share) * 100;
        create('rate_card_roles', { rate_card_version_id: version?.id, role_id: roleIds.get(code), rate });
      }
    }
  }
}

function emailName(fullName: string): string {
  return fullName
    .toLowerCase()
    .replaceAll('ü', 'ue')
    .replaceAll(/[^a-z]+/g, '.');
}
