import { z } from 'zod';
import type { Authorizer } from '../kit/authorizer.ts';
import type { CallScope } from '../kit/call-scope.ts';
import type { HttpClient } from '../kit/http-client.ts';
import type { HttpReply, HttpRequest } from '../kit/http-request.ts';
import { parseWire } from '../kit/parse-wire.ts';

const row = z.record(z.string(), z.unknown());
const queryReply = z.object({ done: z.boolean(), nextRecordsUrl: z.string().optional(), records: z.array(row) });

export type QueryPage = z.infer<typeof queryReply>;

const describeReply = z.object({
  label: z.string(),
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      type: z.string(),
      length: z.number().optional(),
      createable: z.boolean(),
      updateable: z.boolean(),
      externalId: z.boolean().optional(),
      picklistValues: z.array(z.object({ value: z.string(), active: z.boolean().optional() })).optional(),
      restrictedPicklist: z.boolean().optional(),
    }),
  ),
});

export type Description = z.infer<typeof describeReply>;
export type DescribedField = Description['fields'][number];

const resultReply = z.array(
  z.object({
    id: z.string().nullish(),
    success: z.boolean(),
    created: z.boolean().optional(),
    errors: z.array(z.object({ statusCode: z.string(), message: z.string(), fields: z.array(z.string()).nullish() })),
  }),
);

export type RecordResult = z.infer<typeof resultReply>[number];

const TITLE = 'Salesforce';

/** The REST resources the connector uses, in their wire shapes. */
export class SalesforceApi {
  readonly #client: HttpClient;
  readonly #authorizer: Authorizer;
  readonly #root: string;

  constructor(client: HttpClient, authorizer: Authorizer, apiVersion: string) {
    this.#client = client;
    this.#authorizer = authorizer;
    this.#root = `/services/data/v${apiVersion}`;
  }

  /** `includeDeleted` also returns records in the recycle bin. */
  async query(
    soql: string,
    scope: CallScope,
    options: { readonly includeDeleted?: boolean; readonly batchSize?: number } = {},
  ): Promise<QueryPage> {
    const path = `${this.#root}/${options.includeDeleted === true ? 'queryAll' : 'query'}`;
    const headers = { 'sforce-query-options': `batchSize=${options.batchSize ?? 2000}` };
    return this.#page({ method: 'GET', path, query: { q: soql }, headers, isRepeatable: true }, scope);
  }

  /** The page behind a `nextRecordsUrl`. */
  async next(path: string, scope: CallScope): Promise<QueryPage> {
    return this.#page({ method: 'GET', path, isRepeatable: true }, scope);
  }

  async describe(object: string, scope: CallScope): Promise<Description> {
    const path = `${this.#root}/sobjects/${encodeURIComponent(object)}/describe`;
    const reply = await this.#send({ method: 'GET', path, isRepeatable: true }, scope);
    return parseWire(describeReply, reply.body, TITLE, `describe ${object}`);
  }

  /** Up to 200 records of one kind of write; results in the order of the records. */
  async collection(
    request: {
      readonly method: 'POST' | 'PATCH' | 'DELETE';
      readonly path: string;
      readonly records?: readonly Readonly<Record<string, unknown>>[];
      readonly ids?: readonly string[];
      readonly isRepeatable: boolean;
    },
    scope: CallScope,
  ): Promise<readonly RecordResult[]> {
    const { method, records, ids, isRepeatable } = request;
    const reply = await this.#send(
      {
        method,
        path: `${this.#root}/composite/sobjects${request.path}`,
        ...(ids === undefined
          ? { body: { allOrNone: false, records } }
          : { query: { ids: ids.join(','), allOrNone: false } }),
        isRepeatable,
      },
      scope,
    );
    return parseWire(resultReply, reply.body, TITLE, `${method} of ${records?.length ?? ids?.length ?? 0} records`);
  }

  async #page(request: HttpRequest, scope: CallScope): Promise<QueryPage> {
    const reply = await this.#send(request, scope);
    return parseWire(queryReply, reply.body, TITLE, 'a query');
  }

  #send(request: HttpRequest, scope: CallScope): Promise<HttpReply> {
    return this.#client.send(request, this.#authorizer, scope);
  }
}
