import type { SandboxClock } from '../kit/clock.ts';
import type { SandboxState } from '../kit/state.ts';
import { HubspotError, invalidValues, notFound } from './hubspot-error.ts';
import { objectTypeOf } from './object-types.ts';
import type { ObjectType } from './object-types.ts';
import { derived, readValues } from './values.ts';
import type { Properties } from './values.ts';

export interface CrmRecord {
  readonly id: string;
  readonly properties: Properties;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived: boolean;
  readonly archivedAt?: string;
}

/** What happened to a record, for webhooks. */
export interface CrmChange {
  readonly type: ObjectType;
  readonly id: string;
  readonly what: 'creation' | 'deletion' | 'propertyChange';
  readonly values: Properties;
}

/** Records and associations of one account. */
export class HubspotStore {
  readonly #state: SandboxState;
  readonly #clock: SandboxClock;
  readonly #changed: (change: CrmChange) => void;

  constructor(state: SandboxState, clock: SandboxClock, changed: (change: CrmChange) => void = () => {}) {
    this.#state = state;
    this.#clock = clock;
    this.#changed = changed;
  }

  all(type: ObjectType, archived = false): CrmRecord[] {
    return this.#records(type).filter((each) => each.archived === archived);
  }

  /** By id, or by the value of a unique property. Archived records are not found. */
  find(type: ObjectType, id: string, idProperty?: string): CrmRecord | undefined {
    if (idProperty === undefined || idProperty === 'hs_object_id') {
      const record = this.#records(type).get(id);
      return record?.archived === false ? record : undefined;
    }
    if (type.properties.get(idProperty)?.isUnique !== true) {
      throw new HubspotError(400, 'VALIDATION_ERROR', `Property "${idProperty}" is not a unique identifier property.`);
    }
    return this.all(type).find(({ properties }) => properties[idProperty] === id);
  }

  require(type: ObjectType, id: string, idProperty?: string): CrmRecord {
    const found = this.find(type, id, idProperty);
    if (found === undefined) throw notFound();
    return found;
  }

  create(type: ObjectType, input: Readonly<Record<string, unknown>>): CrmRecord {
    const values = this.#checked(type, input, undefined);
    const id = String(1000 + this.#state.next(type.name));
    const now = this.#clock.now().toISOString();
    const properties = { ...this.#derived(type, values), hs_object_id: id, createdate: now, [type.mark]: now };
    const record = this.#records(type).insert(id, { id, properties, createdAt: now, updatedAt: now, archived: false });
    this.#changed({ type, id, what: 'creation', values: {} });
    return record;
  }

  update(type: ObjectType, record: CrmRecord, input: Readonly<Record<string, unknown>>): CrmRecord {
    const values = this.#checked(type, input, record.id);
    return this.#set(type, record, { ...record.properties, ...values });
  }

  archive(type: ObjectType, id: string): void {
    const record = this.find(type, id);
    if (record === undefined) return;
    const now = this.#clock.now().toISOString();
    this.#records(type).update(id, { archived: true, archivedAt: now, updatedAt: now }, 'deleted');
    this.#changed({ type, id, what: 'deletion', values: {} });
  }

  /** Relates two records in both directions, and keeps the primary company of deals and contacts. Page: Associations v4. */
  associate(from: ObjectType, fromId: string, to: ObjectType, toId: string): void {
    this.require(from, fromId);
    this.require(to, toId);
    for (const [one, oneId, other, otherId] of [
      [from, fromId, to, toId],
      [to, toId, from, fromId],
    ] as const) {
      const ids = this.associatedIds(one, oneId, other);
      if (!ids.includes(otherId)) this.#setLinks(one, oneId, other, [...ids, otherId]);
      const primary = { deals: 'hs_primary_associated_company', contacts: 'associatedcompanyid' }[one.name];
      if (other.name !== 'companies' || primary === undefined) continue;
      const record = this.require(one, oneId);
      if (record.properties[primary] === undefined || record.properties[primary] === null) {
        this.#set(one, record, { ...record.properties, [primary]: otherId });
      }
    }
  }

  dissociate(from: ObjectType, fromId: string, to: ObjectType, toId: string): void {
    for (const [one, oneId, other, otherId] of [
      [from, fromId, to, toId],
      [to, toId, from, fromId],
    ] as const) {
      this.#setLinks(
        one,
        oneId,
        other,
        this.associatedIds(one, oneId, other).filter((id) => id !== otherId),
      );
    }
  }

  associatedIds(from: ObjectType, fromId: string, to: ObjectType): readonly string[] {
    return this.#links().get(`${from.name} ${fromId} ${to.name}`)?.ids ?? [];
  }

  #set(type: ObjectType, record: CrmRecord, values: Properties): CrmRecord {
    const filled = this.#derived(type, values);
    const changed = Object.entries(filled).filter(([name, value]) => (record.properties[name] ?? null) !== value);
    const now = this.#clock.now().toISOString();
    const properties = { ...filled, [type.mark]: now };
    const updated = this.#records(type).update(record.id, { properties, updatedAt: now });
    if (changed.length > 0) {
      this.#changed({ type, id: record.id, what: 'propertyChange', values: Object.fromEntries(changed) });
    }
    return updated;
  }

  #checked(type: ObjectType, input: Readonly<Record<string, unknown>>, ownId: string | undefined): Properties {
    const { values, problems } = readValues(type, input);
    if (problems.length > 0) throw invalidValues(problems);
    for (const [name, value] of Object.entries(values)) {
      if (value === null || type.properties.get(name)?.isUnique !== true) continue;
      const holder = this.find(type, value, name);
      if (holder === undefined || holder.id === ownId) continue;
      if (name !== 'email') {
        const message = `${holder.id} already has that value for ${name}`;
        throw invalidValues([{ name, error: 'CONFLICTING_UNIQUE_VALUE', message }]);
      }
      throw new HubspotError(409, 'CONFLICT', `Contact already exists. Existing ID: ${holder.id}`);
    }
    return values;
  }

  #derived(type: ObjectType, values: Properties): Properties {
    return derived(type, values, (id) => {
      const products = objectTypeOf('products');
      const product = products && this.find(products, id);
      if (product === undefined) return undefined;
      const { name = null, hs_sku = null, description = null, price = null } = product.properties;
      return { name, hs_sku, description, price };
    });
  }

  #records(type: ObjectType) {
    return this.#state.collection<CrmRecord>(type.name);
  }

  #links() {
    return this.#state.collection<{ readonly ids: readonly string[] }>('__associations');
  }

  #setLinks(from: ObjectType, fromId: string, to: ObjectType, ids: readonly string[]): void {
    const key = `${from.name} ${fromId} ${to.name}`;
    if (this.#links().has(key)) this.#links().update(key, { ids });
    else this.#links().insert(key, { ids });
  }
}
