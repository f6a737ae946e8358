import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { field, readOnly } from '../../kit/field.ts';
import { cents, idField, read, recordId, recordIds, references, write } from '../fields.ts';

/** Not every account allows external references on rate cards, so they are written by id only. */
const byIdOnly = { ...write, operations: ['create', 'update', 'delete'] } as const;

export const rateCardSets: ObjectManifest = {
  name: 'rate_card_sets',
  title: 'Rate card set',
  description: 'A named price list: one rate card per currency.',
  entity: 'rate-card',
  schema: {
    type: 'object',
    title: 'Rate card set',
    properties: {
      ...idField,
      title: field.text('Title', 'Name of the price list.', { minLength: 1 }),
      account_default: field.flag('Default', 'True for the set that new projects use.', readOnly),
      active_currencies: field.list('Currencies', 'Currencies the set has a card in.', { type: 'string' }, readOnly),
      rate_card_ids: recordIds('Rate cards', 'Cards of the set.', readOnly),
    },
  },
  nameField: 'title',
  identity: { field: 'id' },
  lookupFields: ['title'],
  children: { cards: { object: 'rate_cards', foreignKey: 'rate_card_set_id' } },
  read,
  write: { ...byIdOnly, requiredOnCreate: ['title'] },
};

export const rateCards: ObjectManifest = {
  name: 'rate_cards',
  title: 'Rate card',
  description: 'Rates per role in one currency. A project points at one card.',
  entity: 'rate-card',
  schema: {
    type: 'object',
    title: 'Rate card',
    properties: {
      ...idField,
      currency: field.text('Currency', 'ISO 4217 code of all rates on the card.', { pattern: '^[A-Z]{3}$' }),
      rate_card_set_id: recordId('Rate card set', 'Set of cards, one per currency. Fixed once created.'),
      rate_card_set_version_id: recordId(
        'Set version',
        'Version of the set a new card starts from. Can be written, is not returned.',
        { writeOnly: true },
      ),
      rate_card_version_ids: recordIds('Versions', 'Dated versions of the card.', readOnly),
      effective_rate_card_version_id: recordId('Version in force', 'Version that applies today.', readOnly),
      uses: field.integer('In use', 'Number of projects that point at the card.', readOnly),
      ...references,
    },
  },
  identity: { field: 'id' },
  lookupFields: ['currency', 'rate_card_set_id'],
  children: { versions: { object: 'rate_card_versions', foreignKey: 'rate_card_id' } },
  read,
  write: { ...byIdOnly, requiredOnCreate: ['rate_card_set_id', 'currency'] },
};

export const rateCardVersions: ObjectManifest = {
  name: 'rate_card_versions',
  title: 'Rate card version',
  description:
    'The rates of a card from one date on. Kantata makes versions itself when a card or a set version is made.',
  entity: 'rate-card',
  schema: {
    type: 'object',
    title: 'Rate card version',
    properties: {
      ...idField,
      rate_card_id: recordId('Rate card', 'Card the version belongs to.', readOnly),
      rate_card_set_version_id: recordId(
        'Set version',
        'Version of the set, which holds the effective date.',
        readOnly,
      ),
      default_rate: cents('Default rate', 'Hourly rate of roles that have none of their own.'),
      rate_card_role_ids: recordIds('Role rates', 'Rates of the version.', readOnly),
    },
  },
  identity: { field: 'id' },
  lookupFields: ['rate_card_id'],
  children: { roles: { object: 'rate_card_roles', foreignKey: 'rate_card_version_id' } },
  read,
  write: { ...byIdOnly, operations: ['update'], requiredOnCreate: [] },
};

export const rateCardRoles: ObjectManifest = {
  name: 'rate_card_roles',
  title: 'Role rate',
  description: 'What an hour of a role costs on one version of a rate card.',
  entity: 'rate-card',
  schema: {
    type: 'object',
    title: 'Role rate',
    properties: {
      ...idField,
      rate_card_version_id: recordId('Rate card version', 'Version the rate belongs to. Fixed once created.'),
      role_id: recordId('Role', 'Role the rate is for. Fixed once created.'),
      rate: cents('Rate', 'Hourly rate of the role in the card’s currency.', { minimum: 0 }),
    },
  },
  identity: { field: 'id' },
  lookupFields: ['rate_card_version_id', 'role_id'],
  read,
  write: { ...byIdOnly, requiredOnCreate: ['rate_card_version_id', 'role_id', 'rate'] },
};
