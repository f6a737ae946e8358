import type { SourceRecord, WriteOutcome } from '@throughline/core/connector';
import type { CallScope } from '../../kit/call-scope.ts';
import { failure } from '../../kit/settle-writes.ts';
import { toConnectorError } from '../../kit/vendor-problem.ts';
import type { RecordResult } from '../api.ts';
import type { SalesforceContext } from '../context.ts';
import { salesforceManifest } from '../manifest.ts';

export type BatchKind = 'create' | 'update' | 'upsert' | 'delete';

export interface BatchItem {
  /** Position among the caller's requests. */
  readonly index: number;
  readonly object: string;
  readonly kind: BatchKind;
  /** The record id. For an upsert it is our external id, and for a create it is absent. */
  readonly key: string | undefined;
  readonly record: SourceRecord;
}

/**
 * Sends one vendor request for items of the same object and kind. When the request fails, that is the outcome of every
 * item.
 */
export async function sendBatch(
  context: SalesforceContext,
  batch: readonly BatchItem[],
  scope: CallScope,
): Promise<readonly WriteOutcome[]> {
  const [first] = batch;
  if (first === undefined) return [];
  try {
    const results = await context.api.collection(toCollection(context, first, batch), scope);
    return batch.map((item, position) => toOutcome(item, results[position]));
  } catch (cause) {
    return batch.map(() => failure(cause));
  }
}

function toCollection(context: SalesforceContext, { kind, object }: BatchItem, batch: readonly BatchItem[]) {
  const attributes = { type: object };
  switch (kind) {
    case 'create':
      return {
        method: 'POST' as const,
        path: '',
        records: batch.map(({ record }) => ({ attributes, ...record })),
        isRepeatable: false,
      };
    case 'update':
      return {
        method: 'PATCH' as const,
        path: '',
        records: batch.map(({ key, record }) => ({ attributes, ...record, id: key })),
        isRepeatable: true,
      };
    case 'upsert':
      return {
        method: 'PATCH' as const,
        path: `/${object}/${context.externalIdField}`,
        records: batch.map(({ key, record }) => ({ attributes, ...record, [context.externalIdField]: key })),
        isRepeatable: true,
      };
    case 'delete':
      return { method: 'DELETE' as const, path: '', ids: batch.map(({ key }) => key ?? ''), isRepeatable: true };
  }
}

function toOutcome(item: BatchItem, result: RecordResult | undefined): WriteOutcome {
  if (result?.success === true) {
    const id = result.id ?? item.key ?? '';
    return { isOk: true, id, effect: effectOf(item.kind, result) };
  }
  const problem = result?.errors[0];
  // A repeated delete finds the record gone, which is the desired result.
  if (item.kind === 'delete' && problem?.statusCode === 'ENTITY_IS_DELETED') {
    return { isOk: true, id: item.key ?? '', effect: 'unchanged' };
  }
  return {
    isOk: false,
    error: toConnectorError(
      { code: problem?.statusCode, message: problem?.message, fields: problem?.fields ?? [] },
      { manifest: salesforceManifest, status: 400, isRead: false },
    ),
  };
}

function effectOf(kind: BatchKind, result: RecordResult): 'created' | 'updated' | 'deleted' {
  if (kind === 'delete') return 'deleted';
  if (kind === 'create') return 'created';
  return kind === 'upsert' && result.created === true ? 'created' : 'updated';
}
