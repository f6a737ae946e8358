import type { SourceRecord, WriteOutcome } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { z } from 'zod';
import type { HttpReply, HttpRequest } from '../../kit/http-request.ts';
import { parseWire } from '../../kit/parse-wire.ts';
import type { Call, Writes } from '../../kit/session/system.ts';
import type { Step, StepKind } from '../../kit/writes/decide-write.ts';
import { toRecord } from '../record.ts';

const RECORD = '/services/rest/record/v1';

/** An internal id, or `eid:` and an external id. */
const addressOf = (type: string, key: string): string =>
  `${RECORD}/${type}/${encodeURIComponent(key).replace(/^eid%3A/, 'eid:')}`;

/** The whole record with its lists, or undefined when there is none. */
export async function readRecord(call: Call, object: ObjectManifest, key: string): Promise<SourceRecord | undefined> {
  const reply = await get(call, object, key, { expandSubResources: true });
  if (reply.status === 404) return undefined;
  return toRecord(parseWire(z.record(z.string(), z.unknown()), reply.body, 'NetSuite', `read ${object.name}`), object);
}

export async function findRecordId(call: Call, object: ObjectManifest, key: string): Promise<string | undefined> {
  const reply = await get(call, object, key, { fields: 'id' });
  if (reply.status === 404) return undefined;
  return parseWire(z.object({ id: z.coerce.string() }), reply.body, 'NetSuite', `read ${object.name}`).id;
}

/** A 404 for the record is an answer. A 404 for the record type is an error and has another code. */
function get(call: Call, { name }: ObjectManifest, key: string, query: HttpRequest['query']): Promise<HttpReply> {
  return call.send({ method: 'GET', path: addressOf(name, key), query, isRepeatable: true, accept: [404] });
}

/** One record per request. The vendor's asynchronous batches are not used, because their outcome comes minutes later. */
export const recordWrites: Writes = { strategy: 'silent-external-id', request: toRequest, outcomes: toOutcomes };

function toRequest(_call: Call, object: ObjectManifest, kind: StepKind, steps: readonly Step[]): HttpRequest {
  const [{ id = '', key = '', record }] = steps as [Step];
  if (kind === 'delete') {
    return { method: 'DELETE', path: addressOf(object.name, id), isRepeatable: true, accept: [404] };
  }
  // Without it, misspelt fields are ignored: …/ns-online-help/section_1544787084.html
  const headers = { 'x-netsuite-propertynamevalidation': 'Error' };
  if (kind === 'create') {
    const body = key === '' ? record : { ...record, externalId: key };
    return { method: 'POST', path: `${RECORD}/${object.name}`, headers, body, isRepeatable: false };
  }
  return {
    ...(kind === 'update'
      ? { method: 'PATCH', path: addressOf(object.name, id) }
      : { method: 'PUT', path: addressOf(object.name, `eid:${key}`) }),
    query: { replace: listsOf(object, record) },
    headers,
    body: record,
    isRepeatable: true,
  };
}

/**
 * Lists are replaced as a whole, because a repeated write must not add its lines a second time.
 * https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_1544788084.html
 */
function listsOf(object: ObjectManifest, record: SourceRecord): string | undefined {
  const names = Object.keys(record).filter(
    (name) => object.schema.properties?.[name]?.properties?.['items'] !== undefined,
  );
  return names.length === 0 ? undefined : names.join(',');
}

/** Writes return no body; the id is in the record's address. */
function toOutcomes(reply: HttpReply, object: ObjectManifest, [step]: readonly Step[]): readonly WriteOutcome[] {
  const { kind, id = '', effect } = step as Step;
  if (kind === 'delete') return [{ isOk: true, id, effect: reply.status === 404 ? 'unchanged' : effect }];
  const written = /\/([^/?]+)\/?(?:\?.*)?$/.exec(reply.headers['location'] ?? '')?.[1];
  if (written !== undefined) return [{ isOk: true, id: decodeURIComponent(written), effect }];
  throw new ConnectorError(`NetSuite wrote the ${object.name} but did not say where.`, {
    class: 'fatal',
    vendorCode: 'SCHEMA_DRIFT',
    fields: ['location'],
    isOutcomeUnknown: true,
  });
}
