import { createRequire } from 'node:module';
import { netsuiteUrl } from './product-address.ts';

interface NetsuiteRest {
  request(options: { path: string; method?: string; body?: string }): Promise<{ data: unknown }>;
}

type NetsuiteRestConstructor = new (options: Readonly<Record<string, string>>) => NetsuiteRest;

// The package is CommonJS without types.
const NsApiWrapper = createRequire(import.meta.url)('netsuite-rest') as NetsuiteRestConstructor;

/** `netsuite-rest`, which signs with token-based authentication. */
export const connectNetsuite = (): NetsuiteRest =>
  new NsApiWrapper({
    consumer_key: 'sandbox-consumer-key',
    consumer_secret_key: 'sandbox-consumer-secret',
    token: 'sandbox-token-id',
    token_secret: 'sandbox-token-secret',
    realm: 'TSTDRV1234567',
    base_url: netsuiteUrl,
  });

export type NetsuiteRecord = Readonly<Record<string, unknown>>;

/** One record by our external id, with its sublists. */
export async function readNetsuite(client: NetsuiteRest, type: string, externalId: string): Promise<NetsuiteRecord> {
  const { data } = await client.request({ path: `record/v1/${type}/eid:${externalId}?expandSubResources=true` });
  return data as NetsuiteRecord;
}

/** Rows of a SuiteQL query. */
export async function queryNetsuite(client: NetsuiteRest, query: string): Promise<NetsuiteRecord[]> {
  const { data } = await client.request({
    path: 'query/v1/suiteql',
    method: 'POST',
    body: JSON.stringify({ q: query }),
  });
  return (data as { items: NetsuiteRecord[] }).items;
}
