import type { WriteOutcome, WriteRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { CallScope } from '../../kit/call-scope.ts';
import { checkWrite } from '../../kit/check-write.ts';
import { objectOf } from '../../kit/object-manifest.ts';
import { failure } from '../../kit/settle-writes.ts';
import type { SalesforceContext } from '../context.ts';
import { salesforceManifest } from '../manifest.ts';
import { idOf } from '../record.ts';
import { findOne } from './read.ts';
import { sendBatch } from './send-batch.ts';
import type { BatchItem, BatchKind } from './send-batch.ts';

/**
 * Sends the requests in as few batches as possible, each of one kind and with as many records as the vendor takes.
 * Batches of different kinds keep the order of their first requests. A record that appears twice in one batch starts a
 * new batch, because the vendor refuses duplicates.
 */
export async function writeRecords(
  context: SalesforceContext,
  requests: readonly WriteRequest[],
  scope: CallScope,
): Promise<readonly WriteOutcome[]> {
  const outcomes: WriteOutcome[] = [];
  const items: BatchItem[] = [];
  for (const [index, request] of requests.entries()) {
    try {
      const planned = await plan(context, request, scope);
      if ('outcome' in planned) outcomes[index] = planned.outcome;
      else items.push({ ...planned, index });
    } catch (cause) {
      outcomes[index] = failure(cause);
    }
  }
  for (const batch of toBatches(items)) {
    const settled = await sendBatch(context, batch, scope);
    for (const [position, { index }] of batch.entries()) {
      outcomes[index] =
        settled[position] ??
        failure(new ConnectorError('The batch has no result for this record.', { class: 'fatal' }));
    }
  }
  return outcomes;
}

type Planned = Omit<BatchItem, 'index'> | { readonly outcome: WriteOutcome };

/** Chooses the vendor call for a request, and looks the record up where the vendor cannot address it directly. */
async function plan(context: SalesforceContext, request: WriteRequest, scope: CallScope): Promise<Planned> {
  const object = objectOf(salesforceManifest, request.object);
  const schema = await context.org.schema(object, scope);
  checkWrite(request, { manifest: salesforceManifest, schema, isCustomField: () => false });
  const { operation, identity, record = {} } = request;
  const item = (kind: BatchKind, key: string | undefined): Planned => ({ object: object.name, kind, key, record });

  if (identity?.by === 'external-id') requireExternalId(context, object.title, schema.properties ?? {});
  if (operation === 'upsert' && identity?.by === 'external-id') return item('upsert', identity.value);
  if (identity?.by === 'id' && operation !== 'create')
    return item(operation === 'delete' ? 'delete' : 'update', identity.id);
  const found = identity === undefined ? undefined : await findOne(context, object, identity, scope);
  const id = found === undefined ? undefined : idOf(found);
  switch (operation) {
    case 'delete':
      return id === undefined ? { outcome: { isOk: false, error: notFound(object.title) } } : item('delete', id);
    case 'update':
      return id === undefined ? { outcome: { isOk: false, error: notFound(object.title) } } : item('update', id);
    case 'upsert':
      return id === undefined ? item('create', undefined) : item('update', id);
    case 'create':
      if (id !== undefined) return { outcome: { isOk: true, id, effect: 'unchanged' } };
      // Upserts by key instead of using POST, so that the same request can be sent again when the reply gets lost.
      return identity?.by === 'external-id' ? item('upsert', identity.value) : item('create', undefined);
  }
}

function toBatches(items: readonly BatchItem[]): readonly BatchItem[][] {
  const open = new Map<string, BatchItem[]>();
  const batches: BatchItem[][] = [];
  for (const item of items) {
    const kind = `${item.object} ${item.kind}`;
    let batch = open.get(kind);
    const isRepeated = batch?.some(({ key }) => key !== undefined && key === item.key) ?? false;
    if (batch === undefined || batch.length >= batchSizeOf(item.object) || isRepeated) {
      batch = [];
      open.set(kind, batch);
      batches.push(batch);
    }
    batch.push(item);
  }
  return batches;
}

const batchSizeOf = (object: string): number => objectOf(salesforceManifest, object).write?.batchSize ?? 1;

function requireExternalId(context: SalesforceContext, title: string, properties: object): void {
  if (Object.hasOwn(properties, context.externalIdField)) return;
  throw new ConnectorError(
    `${title} has no field “${context.externalIdField}” in this org; create it as an external id, or name another in the connection’s settings.`,
    { class: 'validation', fields: [context.externalIdField] },
  );
}

function notFound(title: string): ConnectorError {
  return new ConnectorError(`There is no such ${title}.`, { class: 'not-found' });
}
