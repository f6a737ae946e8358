import { KantataError, systemError } from '../kantata-error.ts';
import { parameterError } from '../kantata-problem.ts';
import { withBooleans } from './booleans.ts';
import { recordEvent } from './events.ts';
import { saveReferenceBlock } from './external-reference.ts';
import type { KantataStore } from './kantata-store.ts';
import type { Resource, WriteContext } from './resource.ts';
import type { Attributes, KantataRecord } from './record.ts';

export interface Writer {
  readonly store: KantataStore;
  readonly userId: string;
}

/** The objects in a create body: one under the singular key, or a list under the plural one. */
export function inputsOf(resource: Resource, body: unknown): readonly unknown[] {
  const object = (typeof body === 'object' && body !== null ? body : {}) as Attributes;
  const many = object[resource.key];
  if (Array.isArray(many)) {
    if (many.length > resource.bulkLimit) {
      throw systemError(422, `Bulk create supports up to ${resource.bulkLimit} ${resource.key}.`);
    }
    return many;
  }
  return [inputOf(resource, body)];
}

export function inputOf(resource: Resource, body: unknown): unknown {
  const object = (typeof body === 'object' && body !== null ? body : {}) as Attributes;
  const one = object[resource.singular];
  if (typeof one !== 'object' || one === null) {
    throw systemError(400, `param is missing or the value is empty: ${resource.singular}`);
  }
  return one;
}

/** Creates all of the records or none. There is no idempotency key, so the same call twice makes two records. */
export function createRecords(writer: Writer, resource: Resource, inputs: readonly unknown[]): KantataRecord[] {
  return writer.store.transaction(() => inputs.map((input) => createRecord(writer, resource, input)));
}

function createRecord({ store, userId }: Writer, resource: Resource, raw: unknown): KantataRecord {
  const input = allowed(raw, resource.createAttributes);
  const context: WriteContext = { store, userId, previous: undefined, input };
  const attributes = settle(resource, input, context);
  const record = store.insert(resource.key, persisted(attributes));
  return finish(resource, record, context, 'created');
}

export function updateRecord(
  { store, userId }: Writer,
  resource: Resource,
  previous: KantataRecord,
  raw: unknown,
): KantataRecord {
  return store.transaction(() => {
    const input = allowed(raw, resource.updateAttributes);
    const context: WriteContext = { store, userId, previous, input };
    const attributes = settle(resource, { ...previous, ...input }, context);
    const record = store.update(resource.key, previous.id, persisted(attributes));
    return finish(resource, record, context, 'updated');
  });
}

export function deleteRecord({ store, userId }: Writer, resource: Resource, record: KantataRecord): void {
  store.transaction(() => {
    resource.beforeDelete?.(record, store);
    if (resource.markDeleted === undefined) store.remove(resource.key, record.id);
    else resource.markDeleted(record, store);
    recordEvent(store, { resource, action: 'deleted', userId, before: record, after: undefined });
  });
}

/** Kantata drops an attribute that the endpoint does not accept, in silence. */
export function allowed(raw: unknown, names: readonly string[]): Attributes {
  const input = (typeof raw === 'object' && raw !== null ? raw : {}) as Attributes;
  const unknown = Object.keys(input).find((each) => !names.includes(each));
  if (unknown !== undefined) {
    throw parameterError({ place: 'attribute', name: unknown, isKnown: false, allowed: names });
  }
  const sent = names.filter((name) => Object.hasOwn(input, name)).map((name) => [name, input[name]]);
  return withBooleans(Object.fromEntries(sent) as Attributes);
}

function settle(resource: Resource, attributes: Attributes, context: WriteContext): Attributes {
  const problems = resource.validate?.(attributes, context) ?? [];
  if (problems.length > 0) throw new KantataError(422, ...problems);
  return resource.complete?.(attributes, context) ?? attributes;
}

/** Blocks that become records of their own are not stored on this record. */
function persisted(attributes: Attributes): Attributes {
  const { external_reference: _reference, custom_fields: _customFields, participations: _people, ...rest } = attributes;
  return rest;
}

function finish(
  resource: Resource,
  record: KantataRecord,
  context: WriteContext,
  action: 'created' | 'updated',
): KantataRecord {
  const { store, userId, previous, input } = context;
  saveReferenceBlock(store, resource.subjectType, record.id, input['external_reference']);
  resource.afterWrite?.(record, context);
  recordEvent(store, { resource, action, userId, before: previous, after: record });
  return store.get(resource.key, record.id) ?? record;
}
