import { ConnectorError } from '@throughline/core/connector/error';
import { z } from 'zod';
import type { Authorizer } from '../kit/authorizer.ts';
import type { CallScope } from '../kit/call-scope.ts';
import type { HttpClient } from '../kit/http-client.ts';
import type { HttpReply } from '../kit/http-request.ts';
import { parseWire } from '../kit/parse-wire.ts';

const TITLE = 'NetSuite';
const RECORD = '/services/rest/record/v1';

const row = z.record(z.string(), z.unknown());
const suiteqlReply = z.object({ hasMore: z.boolean(), items: z.array(row) });
export type SuiteqlPage = z.infer<typeof suiteqlReply>;

const metadataReply = z.object({
  properties: z.record(
    z.string(),
    z.object({ title: z.string().optional(), type: z.string().optional(), format: z.string().optional() }).loose(),
  ),
});
export type Metadata = z.infer<typeof metadataReply>;

/** How a record is addressed: by internal id, or by external id as `eid:…`. */
export type RecordKey = { readonly id: string } | { readonly externalId: string };

interface RecordWrite {
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Sublists whose lines the body replaces instead of adding to. */
  readonly replace: readonly string[];
}

/** The REST resources the connector uses, in their wire shapes. */
export class NetsuiteApi {
  readonly #client: HttpClient;
  readonly #authorizer: Authorizer;

  constructor(client: HttpClient, authorizer: Authorizer) {
    this.#client = client;
    this.#authorizer = authorizer;
  }

  async suiteql(
    q: string,
    page: { readonly limit: number; readonly offset: number },
    scope: CallScope,
  ): Promise<SuiteqlPage> {
    const reply = await this.#client.send(
      {
        method: 'POST',
        path: '/services/rest/query/v1/suiteql',
        query: page,
        headers: { prefer: 'transient' },
        body: { q },
        isRepeatable: true,
        isRead: true,
      },
      this.#authorizer,
      scope,
    );
    return parseWire(suiteqlReply, reply.body, TITLE, 'a SuiteQL query');
  }

  /** The whole record with its lists, or undefined when there is none. */
  async get(type: string, key: RecordKey, scope: CallScope): Promise<z.infer<typeof row> | undefined> {
    const reply = await this.#read(type, key, { expandSubResources: true }, scope);
    return reply.status === 404 ? undefined : parseWire(row, reply.body, TITLE, `read ${type}`);
  }

  /** Only the internal id. */
  async findId(type: string, key: RecordKey, scope: CallScope): Promise<string | undefined> {
    const reply = await this.#read(type, key, { fields: 'id' }, scope);
    if (reply.status === 404) return undefined;
    return parseWire(z.object({ id: z.coerce.string() }), reply.body, TITLE, `read ${type}`).id;
  }

  async create(write: RecordWrite, scope: CallScope): Promise<string> {
    return this.#write('POST', '', write, false, scope);
  }

  async update(key: RecordKey, write: RecordWrite, scope: CallScope): Promise<string> {
    return this.#write('PATCH', `/${segment(key)}`, write, true, scope);
  }

  /** Creates or updates the record with this external id. */
  async put(externalId: string, write: RecordWrite, scope: CallScope): Promise<string> {
    return this.#write('PUT', `/${segment({ externalId })}`, write, true, scope);
  }

  /** False when there was no such record. */
  async delete(type: string, key: RecordKey, scope: CallScope): Promise<boolean> {
    const path = `${RECORD}/${type}/${segment(key)}`;
    const reply = await this.#client.send(
      { method: 'DELETE', path, isRepeatable: true, accept: [404] },
      this.#authorizer,
      scope,
    );
    return reply.status !== 404;
  }

  async metadata(type: string, scope: CallScope): Promise<Metadata> {
    const reply = await this.#client.send(
      {
        method: 'GET',
        path: `${RECORD}/metadata-catalog/${type}`,
        headers: { accept: 'application/schema+json' },
        isRepeatable: true,
      },
      this.#authorizer,
      scope,
    );
    return parseWire(metadataReply, reply.body, TITLE, `describe ${type}`);
  }

  /** A 404 for the record is an answer. A 404 for the record type is an error and has another code. */
  async #read(
    type: string,
    key: RecordKey,
    query: Readonly<Record<string, string | boolean>>,
    scope: CallScope,
  ): Promise<HttpReply> {
    const path = `${RECORD}/${type}/${segment(key)}`;
    return this.#client.send(
      { method: 'GET', path, query, isRepeatable: true, accept: [404] },
      this.#authorizer,
      scope,
    );
  }

  async #write(
    method: 'POST' | 'PATCH' | 'PUT',
    path: string,
    { type, body, replace }: RecordWrite,
    isRepeatable: boolean,
    scope: CallScope,
  ): Promise<string> {
    const reply = await this.#client.send(
      {
        method,
        path: `${RECORD}/${type}${path}`,
        query: { replace: replace.length === 0 || method === 'POST' ? undefined : replace.join(',') },
        headers: { 'x-netsuite-propertynamevalidation': 'Error' },
        body,
        isRepeatable,
      },
      this.#authorizer,
      scope,
    );
    return idFromLocation(reply, type);
  }
}

/** @throws ConnectorError `validation` for a text that is not an id, because `..` would lead elsewhere. */
function segment(key: RecordKey): string {
  if ('id' in key && !/^-?\d+$/.test(key.id)) {
    throw new ConnectorError(`“${key.id}” is not an internal id of NetSuite.`, { class: 'validation', fields: ['id'] });
  }
  return encodeURIComponent('id' in key ? key.id : `eid:${key.externalId}`).replace(/^eid%3A/, 'eid:');
}

/** Writes return no body; the id is in the record's address. */
function idFromLocation({ headers }: HttpReply, type: string): string {
  const id = /\/([^/?]+)\/?(?:\?.*)?$/.exec(headers['location'] ?? '')?.[1];
  if (id !== undefined) return decodeURIComponent(id);
  throw new ConnectorError(`NetSuite wrote the ${type} but did not say where.`, {
    class: 'fatal',
    vendorCode: 'SCHEMA_DRIFT',
    fields: ['location'],
    isOutcomeUnknown: true,
  });
}
