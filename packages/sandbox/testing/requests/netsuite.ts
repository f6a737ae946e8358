import { query } from './public-request.ts';
import type { PublicRequest } from './public-request.ts';

const AIRBYTE = 'airbytehq/airbyte: source-netsuite';
const N8N = 'drudge/n8n-nodes-netsuite';
const REST_CLIENT = 'netsuite-rest';
const RECORD = '/services/rest/record/v1';
const SUITEQL = '/services/rest/query/v1/suiteql';
const SCHEMA = { Accept: 'application/schema+json' };
const TRANSIENT = { Prefer: 'transient' };

const changed = (from: string, until: string): string =>
  `lastModifiedDate AFTER "${from}" AND lastModifiedDate BEFORE "${until}"`;

/** Sent to the seed: 12 customers, 5007 to 5018, all changed in 2026-11. */
export const netsuiteRequests: readonly PublicRequest[] = [
  {
    client: AIRBYTE,
    method: 'GET',
    path: `${RECORD}/metadata-catalog/customer`,
    headers: SCHEMA,
    expected: 'answered',
  },
  { client: AIRBYTE, method: 'GET', path: `${RECORD}/metadata-catalog/nosuch`, headers: SCHEMA, expected: 'refused' },
  get(AIRBYTE, `${RECORD}/customer${query({ q: changed('11/20/2026', '11/24/2026'), limit: '1' })}`, 'refused'),
  get(AIRBYTE, `${RECORD}/customer${query({ q: changed('2026-11-20', '2026-11-24'), limit: '1' })}`, 1),
  get(AIRBYTE, `${RECORD}/customer${query({ q: changed('2026-11-20', '2026-11-24') })}`, 12),
  get(AIRBYTE, `${RECORD}/customer${query({ q: changed('2025-11-20', '2025-11-24') })}`, 0),
  get(AIRBYTE, `${RECORD}/customer/5008?expandSubResources=True`, 'answered'),
  get(AIRBYTE, `${RECORD}/employee`, 'answered'),
  get(AIRBYTE, `${RECORD}/contact`, 'refused'),
  get(N8N, `${RECORD}/customer?q=companyName%20START_WITH%20A&limit=100&offset=0`, 'answered'),
  get(N8N, `${RECORD}/customer?limit=5&offset=5`, 5),
  get(N8N, `${RECORD}/customer?limit=5&offset=3`, 'refused'),
  get(N8N, `${RECORD}/customer/5008?expandSubResources=true&simpleEnumFormat=true`, 'answered'),
  get(N8N, `${RECORD}/customer/999999`, 'refused'),
  send(N8N, 'POST', `${RECORD}/customer`, { companyName: 'N Ltd', subsidiary: { id: '2' } }, 'answered'),
  send(N8N, 'POST', `${RECORD}/customer`, { subsidiary: { id: '2' } }, 'refused'),
  send(N8N, 'PATCH', `${RECORD}/customer/5008`, { phone: '1' }, 'answered'),
  { client: N8N, method: 'DELETE', path: `${RECORD}/customer/999999`, expected: 'refused' },
  send(N8N, 'POST', `${SUITEQL}?limit=5&offset=0`, { q: 'SELECT id FROM customer ORDER BY id' }, 5, TRANSIENT),
  send(N8N, 'POST', `${SUITEQL}?limit=5`, { q: 'SELECT id FROM nosuch' }, 'refused', TRANSIENT),
  get(N8N, '/services/rest/system/v1/serverTime', 'answered'),
  { client: REST_CLIENT, method: 'OPTIONS', path: '/services/rest/*', expected: 'answered' },
  send(REST_CLIENT, 'POST', SUITEQL, { q: 'SELECT id FROM customer' }, 'refused'),
  send(
    REST_CLIENT,
    'POST',
    `${RECORD}/customer`,
    { companyName: 'R Ltd', subsidiary: { id: '2' } },
    'answered',
    TRANSIENT,
  ),
  send(
    REST_CLIENT,
    'PUT',
    `${RECORD}/customer/eid:R-1`,
    { companyName: 'R', subsidiary: { id: '2' } },
    'answered',
    TRANSIENT,
  ),
  get(REST_CLIENT, `${RECORD}/customer?expandRecords=true`, 'refused'),
  get(REST_CLIENT, '/services/rest/query/v1/dataset', 'refused'),
];

function get(client: string, path: string, expected: PublicRequest['expected']): PublicRequest {
  return { client, method: 'GET', path, expected };
}

function send(
  client: string,
  method: string,
  path: string,
  body: object,
  expected: PublicRequest['expected'],
  headers: Readonly<Record<string, string>> = {},
): PublicRequest {
  return { client, method, path, body, headers, expected };
}
