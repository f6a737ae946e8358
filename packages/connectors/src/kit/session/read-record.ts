import type { LookedRecord, ReadRequest, RecordIdentity, SourceRecord } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { markOf } from '../changes/to-change.ts';
import { oneByOne } from '../children/one-by-one.ts';
import { childrenOf, objectOf, requireFields } from '../object-manifest.ts';
import type { ChildList } from '../object-manifest.ts';
import { readRows } from './read-rows.ts';
import { equalTo } from './row-query.ts';
import type { Condition, FilterValue } from './row-query.ts';
import type { Call } from './system.ts';

export async function readRecord(call: Call, request: ReadRequest): Promise<SourceRecord | undefined> {
  const object = objectOf(call.manifest, request.object);
  const children = childrenOf(call.manifest, object, request.include);
  const record = await findRecord(call, object, request.identity);
  if (record === undefined) return undefined;
  const [complete] = await withChildren(call, object, [record], children);
  return complete;
}

/**
 * Reads a record with its version. Where a list shows less than a record, the version comes from the list, as in
 * `changes`. It is read first: if the record changes between the two reads, it is newer than its version, and the next
 * poll reports it again.
 */
export async function lookAtRecord(call: Call, request: ReadRequest): Promise<LookedRecord | undefined> {
  const object = objectOf(call.manifest, request.object);
  if (object.changes?.isPartial !== true) {
    const found = await findRecord(call, object, request.identity);
    const record =
      found && (await withChildren(call, object, [found], childrenOf(call.manifest, object, request.include)));
    return found && { ...markOf(call, object, found), record: record?.[0] ?? found };
  }
  const { identity } = request;
  const id = identity.by === 'id' ? checkedId(call, object, identity.id) : await findId(call, object, identity);
  const row = id === undefined ? undefined : await findRow(call, object, { [object.identity.field]: id });
  const record = row && (await readRecord(call, { ...request, identity: { by: 'id', id: String(id) } }));
  return row && record && { ...markOf(call, object, row), record };
}

/** @throws ConnectorError `duplicate` when the identity fits more than one record */
export async function findRecord(
  call: Call,
  object: ObjectManifest,
  identity: RecordIdentity,
): Promise<SourceRecord | undefined> {
  const { byId, byKey } = call.wireOf(object);
  const idField = object.identity.field;
  switch (identity.by) {
    case 'id': {
      const id = checkedId(call, object, identity.id);
      return byId === undefined ? findRow(call, object, { [idField]: id }) : byId(call, object, id);
    }
    case 'external-id':
      return byKey === undefined
        ? findRow(call, object, { [keyFieldOf(call, object)]: identity.value })
        : byKey(call, object, identity.value);
    case 'fields': {
      const row = await findRow(call, object, identity.fields);
      const isWhole = object.changes?.isPartial !== true || byId === undefined;
      return row === undefined || isWhole ? row : byId(call, object, String(row[idField]));
    }
  }
}

/** Finds the vendor's id only, with as little as possible read. */
export async function findId(
  call: Call,
  object: ObjectManifest,
  identity: RecordIdentity,
): Promise<string | undefined> {
  const { idByKey } = call.wireOf(object);
  if (identity.by === 'external-id' && idByKey !== undefined) return idByKey(call, object, identity.value);
  const found =
    identity.by === 'fields' ? await findRow(call, object, identity.fields) : await findRecord(call, object, identity);
  return found === undefined ? undefined : String(found[object.identity.field]);
}

/** @throws ConnectorError `validation`, because a text such as `..` would lead to another address */
export function checkedId(call: Call, object: ObjectManifest, id: string): string {
  if (call.wireOf(object).idForm?.test(id) !== false) return id;
  throw new ConnectorError(`“${id}” is not an id of ${call.manifest.title}.`, {
    class: 'validation',
    fields: [object.identity.field],
  });
}

export function keyFieldOf(call: Call, object: ObjectManifest): string {
  const name = call.wireOf(object).keyField?.(call) ?? object.identity.external;
  if (name !== undefined) return name;
  throw new ConnectorError(`${object.title} has no field for our key; address it by id or by fields.`, {
    class: 'validation',
  });
}

/** @throws ConnectorError `validation` for a field that this account does not have or cannot filter by */
export async function requireFilterable(
  call: Call,
  object: ObjectManifest,
  where: readonly Condition[],
): Promise<void> {
  const schema = await call.schema(object);
  const known = call.wireOf(object).filterable?.(object, schema) ?? Object.keys(schema.properties ?? {});
  requireFields(
    object,
    where.map(({ field }) => field),
    new Set(known),
  );
}

/** Puts each child list under its name, with an empty list where there is none. */
export async function withChildren(
  call: Call,
  object: ObjectManifest,
  records: readonly SourceRecord[],
  children: readonly ChildList[],
): Promise<readonly SourceRecord[]> {
  const idOf = (record: SourceRecord) => String(record[object.identity.field]);
  const read = call.wireOf(object).children ?? oneByOne;
  let completed = records;
  for (const child of children) {
    const byParent = await read(call, object, records.map(idOf), child);
    completed = completed.map((record) => ({ ...record, [child.name]: byParent.get(idOf(record)) ?? [] }));
  }
  return completed;
}

async function findRow(
  call: Call,
  object: ObjectManifest,
  fields: Readonly<Record<string, FilterValue>>,
): Promise<SourceRecord | undefined> {
  const where = equalTo(fields);
  await requireFilterable(call, object, where);
  const rows = await readRows(call, object, { where, order: 'id', pageSize: object.read.pageSize, most: 2 });
  if (rows.length <= 1) return rows[0];
  const list = Object.entries(fields).map(([name, value]) => `${name} ${String(value)}`);
  throw new ConnectorError(`More than one ${object.title} fits ${list.join(' and ')}.`, {
    class: 'duplicate',
    fields: Object.keys(fields),
  });
}
