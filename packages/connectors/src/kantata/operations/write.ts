import type { RecordIdentity, SourceRecord, WriteOutcome, WriteRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { CallScope } from '../../kit/call-scope.ts';
import { checkWrite } from '../../kit/check-write.ts';
import { createOnce } from '../../kit/create-once.ts';
import { objectOf } from '../../kit/object-manifest.ts';
import { resourceOf } from '../api.ts';
import type { KantataContext } from '../context.ts';
import { findByReference, referenceBlock } from '../external-reference.ts';
import { kantataManifest } from '../manifest.ts';
import { idOf } from '../record.ts';
import { findOne } from './read.ts';

/** Writes one record. The vendor has neither upsert nor idempotency key: the external reference does their work. */
export async function writeRecord(
  context: KantataContext,
  request: WriteRequest,
  scope: CallScope,
): Promise<WriteOutcome> {
  const object = objectOf(kantataManifest, request.object);
  checkWrite(request, { manifest: kantataManifest, isCustomField: () => false });
  const { identity, operation, record = {} } = request;
  const write: Write = { context, object, record, scope };
  switch (operation) {
    case 'create':
      return create(write, identity, 'keep');
    case 'upsert':
      return identity?.by === 'external-id' ? create(write, identity, 'update') : updateOrCreate(write, identity);
    case 'update':
      return update(write, await requireId(write, identity));
    case 'delete': {
      const id = await requireId(write, identity);
      const wasThere = await context.api.delete(object.name, id, scope);
      return { isOk: true, id, effect: wasThere ? 'deleted' : 'unchanged' };
    }
  }
}

interface Write {
  readonly context: KantataContext;
  readonly object: ObjectManifest;
  readonly record: SourceRecord;
  readonly scope: CallScope;
}

/** Creates the record unless one with our key is there; `ifThere` says what happens to that one. */
async function create(
  write: Write,
  identity: RecordIdentity | undefined,
  ifThere: 'keep' | 'update',
): Promise<WriteOutcome> {
  const { context, object, record, scope } = write;
  const { updateOnly } = resourceOf(object.name);
  const attributes = without(record, updateOnly);
  if (identity?.by !== 'external-id') {
    const created = await context.api.create(object.name, attributes, scope);
    return half(write, idOf(created), 'created');
  }
  const externalId = identity.value;
  const result = await createOnce({
    find: () => findByReference(context, object, externalId, scope),
    create: () =>
      context.api.create(object.name, { ...attributes, external_reference: referenceBlock(object, externalId) }, scope),
    sleep: context.dependencies.sleep,
    scope,
  });
  if ('created' in result) return half(write, idOf(result.created), 'created');
  const id = idOf(result.found);
  return ifThere === 'update' ? update(write, id) : half(write, id, 'unchanged');
}

/**
 * Returns what a create did. Fields that the vendor accepts only in an update are left to the caller's next write,
 * which is journaled. If they were sent here and the request failed, nobody would know about the record.
 */
function half({ object, record }: Write, id: string, effect: 'created' | 'unchanged'): WriteOutcome {
  const { updateOnly } = resourceOf(object.name);
  const isUnfinished = Object.keys(record).some((name) => updateOnly.includes(name));
  return { isOk: true, id, effect, ...(isUnfinished && { isUnfinished }) };
}

/** Changes a record whose id is known. */
export async function update({ context, object, record, scope }: Write, id: string): Promise<WriteOutcome> {
  const attributes = without(record, resourceOf(object.name).createOnly);
  await context.api.update(object.name, id, attributes, scope);
  return { isOk: true, id, effect: 'updated' };
}

async function updateOrCreate(write: Write, identity: RecordIdentity | undefined): Promise<WriteOutcome> {
  const found = identity === undefined ? undefined : await findOne(write.context, write.object, identity, write.scope);
  return found === undefined ? create(write, undefined, 'keep') : update(write, idOf(found));
}

async function requireId({ context, object, scope }: Write, identity: RecordIdentity | undefined): Promise<string> {
  if (identity?.by === 'id' && /^\d+$/.test(identity.id)) return identity.id;
  const found = identity === undefined ? undefined : await findOne(context, object, identity, scope);
  if (found !== undefined) return idOf(found);
  throw new ConnectorError(`There is no such ${object.title}.`, { class: 'not-found' });
}

function without(record: SourceRecord, names: readonly string[]): SourceRecord {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}
