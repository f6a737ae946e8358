import type { RehearsedRequest, WriteRequest } from '@throughline/core/connector';
import type { CallScope } from '../../kit/call-scope.ts';
import { rehearseWrite } from '../../kit/rehearsal.ts';
import { resourceOf } from '../api.ts';
import type { KantataContext } from '../context.ts';
import { update, writeRecord } from './write.ts';
import { objectOf } from '../../kit/object-manifest.ts';
import { kantataManifest } from '../manifest.ts';

/** Stands in the address of a record that does not exist yet. */
const newRecordId = 'NEW-ID';

/** What a write sends: of a new record with fields that the vendor takes only in an update, also that update. */
export async function rehearseRecord(
  context: KantataContext,
  request: WriteRequest,
  scope: CallScope,
): Promise<readonly RehearsedRequest[]> {
  const first = await rehearseWrite(scope, (inner) => writeRecord(context, request, inner));
  const { record = {} } = request;
  const object = objectOf(kantataManifest, request.object);
  const hasRest = Object.keys(record).some((name) => resourceOf(object.name).updateOnly.includes(name));
  if (!hasRest || first[0]?.method !== 'POST') return first;
  const rest = await rehearseWrite(scope, (inner) => update({ context, object, record, scope: inner }, newRecordId));
  return [...first, ...rest];
}
