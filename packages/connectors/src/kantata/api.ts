import type { SourceRecord } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import { z } from 'zod';
import type { Authorizer } from '../kit/authorizer.ts';
import type { CallScope } from '../kit/call-scope.ts';
import type { HttpClient } from '../kit/http-client.ts';
import { parseWire } from '../kit/parse-wire.ts';
import { resources } from './resources.ts';
import type { Resource } from './resources.ts';
import { ownValue } from '@throughline/core/connector/own-value';

const TITLE = 'Kantata OX';
const ROOT = '/api/v1';

const record = z.record(z.string(), z.unknown());
const envelope = z.looseObject({
  count: z.number(),
  results: z.array(z.object({ key: z.string(), id: z.coerce.string() })),
});

export interface KantataPage {
  /** The records in the order of `results`, because the map that holds them has no order. */
  readonly records: readonly SourceRecord[];
  /** How many records match the query, over all pages. */
  readonly count: number;
}

export type ListQuery = Readonly<Record<string, string | number | undefined>>;

/** The REST resources the connector uses, in their wire shapes. */
export class KantataApi {
  readonly #client: HttpClient;
  readonly #authorizer: Authorizer;

  constructor(client: HttpClient, authorizer: Authorizer) {
    this.#client = client;
    this.#authorizer = authorizer;
  }

  async list(name: string, query: ListQuery, scope: CallScope): Promise<KantataPage> {
    const { always, include, listsBy } = resourceOf(name);
    if (listsBy !== undefined && query[listsBy] === undefined) {
      throw new ConnectorError(`${TITLE} lists ${name} only together with ${listsBy}.`, {
        class: 'validation',
        fields: [listsBy],
      });
    }
    const reply = await this.#client.send(
      {
        method: 'GET',
        path: `${ROOT}/${name}.json`,
        query: { ...always, ...(include.length > 0 && { include: include.join(',') }), ...query },
        isRepeatable: true,
      },
      this.#authorizer,
      scope,
    );
    return unwrap(reply.body, name);
  }

  /** Reads one record by id. It asks with `only`, which never answers 404 for a record that a default filter hides. */
  async get(name: string, id: string, scope: CallScope): Promise<SourceRecord | undefined> {
    if (!/^\d+$/.test(id)) return undefined;
    if (resourceOf(name).listsBy !== undefined) return this.#show(name, id, scope);
    const { records } = await this.list(name, { only: id, per_page: 1 }, scope);
    return records[0];
  }

  async create(name: string, attributes: SourceRecord, scope: CallScope): Promise<SourceRecord> {
    return this.#write('POST', `${ROOT}/${resourceOf(name).createPath}`, name, attributes, false, scope);
  }

  async update(name: string, id: string, attributes: SourceRecord, scope: CallScope): Promise<SourceRecord> {
    return this.#write('PUT', `${ROOT}/${name}/${encodeURIComponent(id)}.json`, name, attributes, true, scope);
  }

  /** False when there was no such record. */
  async delete(name: string, id: string, scope: CallScope): Promise<boolean> {
    const path = `${ROOT}/${name}/${encodeURIComponent(id)}.json`;
    const reply = await this.#client.send(
      { method: 'DELETE', path, isRepeatable: true, accept: [404] },
      this.#authorizer,
      scope,
    );
    return reply.status !== 404;
  }

  async #show(name: string, id: string, scope: CallScope): Promise<SourceRecord | undefined> {
    const { include, hasAddress, listsBy } = resourceOf(name);
    if (!hasAddress) {
      throw new ConnectorError(`${TITLE} has no address for a record of ${name}; find it by ${String(listsBy)}.`, {
        class: 'validation',
        fields: ['id'],
      });
    }
    const reply = await this.#client.send(
      {
        method: 'GET',
        path: `${ROOT}/${name}/${id}.json`,
        query: include.length > 0 ? { include: include.join(',') } : {},
        isRepeatable: true,
        accept: [404],
      },
      this.#authorizer,
      scope,
    );
    return reply.status === 404 ? undefined : unwrap(reply.body, name).records[0];
  }

  async #write(
    method: 'POST' | 'PUT',
    path: string,
    name: string,
    attributes: SourceRecord,
    isRepeatable: boolean,
    scope: CallScope,
  ): Promise<SourceRecord> {
    const body = { [resourceOf(name).singular]: attributes };
    const reply = await this.#client.send({ method, path, body, isRepeatable }, this.#authorizer, scope);
    const [written] = unwrap(reply.body, name).records;
    if (written !== undefined) return written;
    throw new ConnectorError(`${TITLE} wrote to ${name} but did not return the record.`, {
      class: 'fatal',
      vendorCode: 'SCHEMA_DRIFT',
      fields: ['results'],
      isOutcomeUnknown: true,
    });
  }
}

export function resourceOf(name: string): Resource {
  const resource = ownValue(resources, name);
  if (resource === undefined) throw new Error(`No wire knowledge of ${name}.`);
  return resource;
}

function unwrap(body: unknown, name: string): KantataPage {
  const { count, results, ...maps } = parseWire(envelope, body, TITLE, name);
  const byId = parseWire(record.optional(), ownValue(maps, name), TITLE, name) ?? {};
  const records = results
    .filter(({ key }) => key === name)
    .map(({ id }) =>
      parseWire(record, ownValue(byId, id), TITLE, `${name} (results names a record that is not there)`),
    );
  return { records, count };
}
