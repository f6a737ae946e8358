import { externalReferences, referenceFilters } from '../api/external-reference.ts';
import type { KantataStore } from '../api/kantata-store.ts';
import { contains, ids, text } from '../api/filters.ts';
import { ALL_OPERATIONS } from '../api/resource.ts';
import type { Resource } from '../api/resource.ts';
import type { Attributes, KantataRecord } from '../api/record.ts';
import { invalid } from '../kantata-error.ts';
import { exists, idText, isoDate, present, wholeNumber } from './checks.ts';
import { isCurrency } from './money.ts';

/** A set of cards, one card per currency. */
export const rateCardSets: Resource = {
  key: 'rate_card_sets',
  singular: 'rate_card_set',
  subjectType: 'RateCardSet',
  operations: ALL_OPERATIONS,
  attributes: ['id', 'title', 'account_default', 'active_currencies', 'default_currencies', 'destroyable'],
  createAttributes: ['title'],
  updateAttributes: ['title'],
  bulkLimit: 1,
  hasMany: {
    rate_cards: { idsKey: 'rate_card_ids', resource: 'rate_cards', ids: idsBy('rate_cards', 'rate_card_set_id') },
    rate_card_set_versions: {
      idsKey: 'rate_card_set_version_ids',
      resource: 'rate_card_set_versions',
      ids: idsBy('rate_card_set_versions', 'rate_card_set_id'),
    },
  },
  page: 'Rate Card Sets (Group of Rate Cards)',
  filters: {
    matching: contains('title'),
    has_currency: (record, value, store) => currenciesOf(store, record.id).includes(value),
  },
  refusedFilters: 'active has_active_currency workspace_groups',
  orderBy: { created_at: 'created_at', title: 'title' },
  defaultOrder: 'created_at:asc',
  validate: (attributes) => present(attributes, 'title'),
  complete: (attributes) => ({ account_default: false, ...attributes }),
  compute: (record, store) => {
    const currencies = currenciesOf(store, record.id);
    return {
      active_currencies: currencies,
      default_currencies: currencies,
      destroyable: record['account_default'] !== true,
    };
  },
  afterWrite: (record, { store, previous }) => {
    if (previous === undefined) {
      store.insert('rate_card_set_versions', { rate_card_set_id: record.id, effective_date: store.today() });
    }
  },
};

/** A version of a set, valid from its date on. */
export const rateCardSetVersions: Resource = {
  key: 'rate_card_set_versions',
  singular: 'rate_card_set_version',
  subjectType: 'RateCardSetVersion',
  operations: ALL_OPERATIONS,
  attributes: ['id', 'active', 'effective_date', 'used_currencies'],
  createAttributes: ['rate_card_set_id', 'effective_date', 'clone_id'],
  createQuery: ['clone_id'],
  updateAttributes: ['effective_date'],
  bulkLimit: 1,
  belongsTo: { rate_card_set: { foreignKey: 'rate_card_set_id', resource: 'rate_card_sets' } },
  hasMany: {
    rate_card_versions: {
      idsKey: 'rate_card_version_ids',
      resource: 'rate_card_versions',
      ids: idsBy('rate_card_versions', 'rate_card_set_version_id'),
    },
  },
  page: 'Rate Card Set Version (Effective version by Date)',
  filters: { rate_card_set_id: text('rate_card_set_id') },
  refusedFilters: 'effective_on_date',
  orderBy: { created_at: 'created_at' },
  defaultOrder: 'created_at:asc',
  validate: (attributes, { store }) => [
    ...present(attributes, 'rate_card_set_id'),
    ...exists(store, attributes, 'rate_card_set_id', 'rate_card_sets'),
    ...isoDate(attributes, 'effective_date'),
  ],
  complete: ({ clone_id: _clone, ...attributes }, { store }) => ({
    effective_date: store.today(),
    ...attributes,
    rate_card_set_id: idText(attributes['rate_card_set_id']),
  }),
  compute: (record, store) => ({
    active: String(record['effective_date']) <= store.today(),
    used_currencies: currenciesOf(store, String(record['rate_card_set_id'])),
  }),
  afterWrite: (record, { store, previous, input }) => {
    if (previous === undefined) addVersions(store, record, input);
  },
};

/** The card of one currency in a set. */
export const rateCards: Resource = {
  key: 'rate_cards',
  singular: 'rate_card',
  subjectType: 'RateCard',
  operations: ALL_OPERATIONS,
  attributes: ['id', 'currency', 'uses'],
  createAttributes: ['rate_card_set_id', 'rate_card_set_version_id', 'currency', 'external_reference'],
  updateAttributes: ['currency', 'external_reference'],
  bulkLimit: 1,
  belongsTo: { rate_card_set: { foreignKey: 'rate_card_set_id', resource: 'rate_card_sets' } },
  hasMany: {
    external_references: externalReferences('RateCard'),
    rate_card_versions: {
      idsKey: 'rate_card_version_ids',
      resource: 'rate_card_versions',
      ids: idsBy('rate_card_versions', 'rate_card_id'),
    },
  },
  page: 'Rate Cards (Multiple Currencies)',
  filters: {
    ...referenceFilters('RateCard'),
    currencies: ids('currency'),
    matching: (record, value, store) => contains('title')(setOf(store, record), value, store),
    matching_title_or_currency: (record, value, store) =>
      [setOf(store, record), record].some((each, at) => contains(['title', 'currency'][at] ?? '')(each, value, store)),
    rate_card_set_id: text('rate_card_set_id'),
  },
  refusedFilters: 'active',
  orderBy: { created_at: 'created_at' },
  defaultOrder: 'created_at:desc',
  validate: (attributes, { store, previous }) => {
    const problems = [
      ...present(attributes, 'rate_card_set_id', 'currency'),
      ...exists(store, attributes, 'rate_card_set_id', 'rate_card_sets'),
    ];
    if (!isCurrency(attributes['currency'])) problems.push(invalid('currency', 'Currency is not supported'));
    const twin = store
      .where('rate_cards', 'rate_card_set_id', attributes['rate_card_set_id'])
      .find((each) => each['currency'] === attributes['currency'] && each.id !== previous?.id);
    return twin === undefined ? problems : [...problems, invalid('currency', 'Currency has already been taken')];
  },
  complete: ({ rate_card_set_version_id: _version, ...attributes }) => ({
    ...attributes,
    rate_card_set_id: idText(attributes['rate_card_set_id']),
  }),
  compute: (record, store) => ({ uses: store.where('workspaces', 'rate_card_id', record.id).length }),
  afterWrite: (record, { store, previous }) => {
    if (previous !== undefined) return;
    for (const version of store.where('rate_card_set_versions', 'rate_card_set_id', record['rate_card_set_id'])) {
      store.insert('rate_card_versions', cardVersion(record.id, version.id));
    }
  },
};

/** The rates of one card from the date of its set version on. */
export const rateCardVersions: Resource = {
  key: 'rate_card_versions',
  singular: 'rate_card_version',
  subjectType: 'RateCardVersion',
  operations: ['index', 'show', 'update'],
  attributes: ['id', 'default_rate'],
  createAttributes: [],
  updateAttributes: ['default_rate'],
  bulkLimit: 1,
  belongsTo: {
    rate_card: { foreignKey: 'rate_card_id', resource: 'rate_cards' },
    rate_card_set_version: { foreignKey: 'rate_card_set_version_id', resource: 'rate_card_set_versions' },
  },
  hasMany: {
    rate_card_roles: {
      idsKey: 'rate_card_role_ids',
      resource: 'rate_card_roles',
      ids: idsBy('rate_card_roles', 'rate_card_version_id'),
    },
  },
  page: 'Rate Card Versions',
  filters: {
    rate_card_id: text('rate_card_id'),
    rate_card_set_id: (record, value, store) =>
      store.get('rate_cards', record['rate_card_id'])?.['rate_card_set_id'] === value,
    rate_card_set_version_id: text('rate_card_set_version_id'),
  },
  refusedFilters: 'effective_on_date',
  orderBy: { created_at: 'created_at' },
  defaultOrder: 'created_at:desc',
  validate: (attributes) => wholeNumber(attributes, 'default_rate'),
};

/** The rate of one role, in minor units per hour. */
export const rateCardRoles: Resource = {
  key: 'rate_card_roles',
  singular: 'rate_card_role',
  subjectType: 'RateCardRole',
  operations: ALL_OPERATIONS,
  attributes: ['id', 'rate'],
  createAttributes: ['rate_card_version_id', 'role_id', 'rate'],
  updateAttributes: ['rate'],
  bulkLimit: 1,
  belongsTo: {
    role: { foreignKey: 'role_id', resource: 'roles' },
    rate_card_version: { foreignKey: 'rate_card_version_id', resource: 'rate_card_versions' },
  },
  page: 'Rate Card Role (Rate for a Role)',
  filters: { rate_card_version_id: text('rate_card_version_id'), with_role_ids: ids('role_id') },
  orderBy: { created_at: 'created_at' },
  defaultOrder: 'created_at:asc',
  validate: (attributes, { store, previous }) => {
    const problems = [
      ...present(attributes, 'rate_card_version_id', 'role_id', 'rate'),
      ...exists(store, attributes, 'rate_card_version_id', 'rate_card_versions'),
      ...exists(store, attributes, 'role_id', 'roles'),
      ...wholeNumber(attributes, 'rate'),
    ];
    const twin = store
      .where('rate_card_roles', 'rate_card_version_id', attributes['rate_card_version_id'])
      .find((each) => String(each['role_id']) === String(attributes['role_id']) && each.id !== previous?.id);
    return twin === undefined ? problems : [...problems, invalid('role_id', 'Role has already been taken')];
  },
  complete: (attributes) => ({
    ...attributes,
    rate: Number(attributes['rate']),
    role_id: idText(attributes['role_id']),
    rate_card_version_id: idText(attributes['rate_card_version_id']),
  }),
};

function idsBy(resource: Resource['key'], foreignKey: string) {
  return (record: KantataRecord, store: KantataStore): string[] =>
    store.where(resource, foreignKey, record.id).map((each) => each.id);
}

function currenciesOf(store: KantataStore, setId: string): string[] {
  return store.where('rate_cards', 'rate_card_set_id', setId).map((each) => String(each['currency']));
}

function setOf(store: KantataStore, card: KantataRecord): KantataRecord {
  return store.get('rate_card_sets', card['rate_card_set_id']) ?? card;
}

function cardVersion(cardId: string, setVersionId: string): Attributes {
  return { rate_card_id: cardId, rate_card_set_version_id: setVersionId, default_rate: null };
}

/** A new version of a set has a version of every card. `clone_id` copies the rates of an earlier version. */
function addVersions(store: KantataStore, setVersion: KantataRecord, input: Attributes): void {
  const source = store.where('rate_card_versions', 'rate_card_set_version_id', input['clone_id']);
  for (const card of store.where('rate_cards', 'rate_card_set_id', setVersion['rate_card_set_id'])) {
    const earlier = source.find((each) => each['rate_card_id'] === card.id);
    const added = store.insert('rate_card_versions', {
      ...cardVersion(card.id, setVersion.id),
      default_rate: earlier?.['default_rate'] ?? null,
    });
    for (const role of store.where('rate_card_roles', 'rate_card_version_id', earlier?.id ?? '')) {
      store.insert('rate_card_roles', { rate_card_version_id: added.id, role_id: role['role_id'], rate: role['rate'] });
    }
  }
}
