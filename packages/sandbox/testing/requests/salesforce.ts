import { query } from './public-request.ts';
import type { PublicRequest } from './public-request.ts';

const TAP = 'singer-io/tap-salesforce';
const SIMPLE = 'simple-salesforce';
const PIPEDREAM = 'PipedreamHQ/pipedream';
const V = '/services/data/v60.0';
const V50 = '/services/data/v50.0';
const ACCOUNT = '001Hk0000000001IAA';
const GONE = '001Hk0000009999IAA';

/** Sent to the seed: 12 accounts, one of them External_Id__c of none. */
export const salesforceRequests: readonly PublicRequest[] = [
  {
    client: TAP,
    method: 'POST',
    path: '/services/oauth2/token',
    body: 'grant_type=refresh_token&client_id=sandbox-client&client_secret=sandbox-secret&refresh_token=sandbox-refresh-token',
    expected: 'answered',
  },
  get(TAP, `${V}/sobjects`, 'answered'),
  post(
    TAP,
    `${V}/composite/batch`,
    { haltOnError: true, batchRequests: [{ method: 'GET', url: '/services/data/v60.0/sobjects/Account/describe' }] },
    'answered',
  ),
  get(
    TAP,
    `${V}/queryAll${query({
      q: 'SELECT Id,Name,SystemModstamp FROM Account WHERE SystemModstamp >= 2020-01-01T00:00:00Z ORDER BY SystemModstamp ASC',
    })}`,
    'answered',
  ),
  post(TAP, '/services/async/60.0/job', {}, 'refused'),
  post(TAP, `${V}/jobs/query`, { operation: 'queryAll', query: 'SELECT Id FROM Account' }, 'refused'),
  get(SIMPLE, `${V}/sobjects`, 'answered'),
  get(SIMPLE, `${V}/limits/`, 'answered'),
  get(SIMPLE, `${V}/query/${query({ q: 'SELECT Id FROM User WHERE IsActive = true LIMIT 1' })}`, 1),
  get(SIMPLE, `${V}/queryAll/${query({ q: "SELECT Id FROM Account WHERE Name = 'Nobody at all'" })}`, 0),
  get(SIMPLE, `${V}/search/${query({ q: 'FIND {Aldgate}' })}`, 'refused'),
  get(SIMPLE, `${V}/sobjects/Account`, 'answered'),
  get(SIMPLE, `${V}/sobjects/Account/describe`, 'answered'),
  get(SIMPLE, `${V}/sobjects/Account/describe/layouts/012000000000000AAA`, 'refused'),
  get(SIMPLE, `${V}/sobjects/Account/${ACCOUNT}`, 'answered'),
  get(SIMPLE, `${V}/sobjects/Account/External_Id__c/nobody`, 'refused'),
  post(SIMPLE, `${V}/sobjects/Account/`, { Name: 'Simple Ltd' }, 'answered'),
  {
    client: SIMPLE,
    method: 'PATCH',
    path: `${V}/sobjects/Account/External_Id__c/s-1`,
    body: { Name: 'S' },
    expected: 'answered',
  },
  {
    client: SIMPLE,
    method: 'PATCH',
    path: `${V}/sobjects/Account/${ACCOUNT}`,
    body: { Phone: '1' },
    expected: 'answered',
  },
  {
    client: SIMPLE,
    method: 'PATCH',
    path: `${V}/sobjects/Account/${ACCOUNT}`,
    body: { Fone: '1' },
    expected: 'refused',
  },
  { client: SIMPLE, method: 'DELETE', path: `${V}/sobjects/Account/${GONE}`, expected: 'refused' },
  get(
    SIMPLE,
    `${V}/sobjects/Account/updated/${query({ start: '2026-11-20T00:00:00+00:00', end: '2026-11-23T09:00:00+00:00' })}`,
    'answered',
  ),
  get(
    SIMPLE,
    `${V}/sobjects/Account/deleted/${query({ start: '2026-10-20T00:00:00+00:00', end: '2026-11-01T09:00:00+00:00' })}`,
    'refused',
  ),
  get(SIMPLE, `${V}/tooling/query/${query({ q: 'SELECT Id FROM ApexClass' })}`, 'refused'),
  get(SIMPLE, '/services/apexrest/anything', 'refused'),
  get(SIMPLE, `${V}/jobs/ingest`, 'refused'),
  get(PIPEDREAM, '/services/oauth2/userinfo', 'refused'),
  get(PIPEDREAM, `${V50}/sobjects`, 'answered'),
  get(PIPEDREAM, `${V50}/sobjects/Account`, 'answered'),
  get(PIPEDREAM, `${V50}/sobjects/Lead`, 'refused'),
  get(PIPEDREAM, `${V50}/sobjects/Opportunity/describe`, 'answered'),
  get(
    PIPEDREAM,
    `${V50}/sobjects/Opportunity/updated${query({ start: '2026-11-20T00:00:00Z', end: '2026-11-23T08:00:00Z' })}`,
    'answered',
  ),
  get(
    PIPEDREAM,
    `${V50}/sobjects/Opportunity/deleted${query({ start: '2026-11-20T00:00:00Z', end: '2026-11-23T08:00:00Z' })}`,
    'answered',
  ),
  get(PIPEDREAM, `${V50}/sobjects/Account/${ACCOUNT}${query({ fields: 'Name,Industry' })}`, 'answered'),
  get(PIPEDREAM, `${V50}/composite/sobjects/Account${query({ ids: `${ACCOUNT},${GONE}`, fields: 'Id,Name' })}`, 2),
  get(PIPEDREAM, `${V50}/query/${query({ q: 'SELECT Id, Name FROM Contact ORDER BY Name LIMIT 3' })}`, 3),
  get(PIPEDREAM, `${V50}/search/${query({ q: 'FIND {Aldgate}' })}`, 'refused'),
  get(PIPEDREAM, `${V50}/parameterizedSearch/${query({ q: 'Aldgate' })}`, 'refused'),
  post(
    PIPEDREAM,
    `${V50}/sobjects/Opportunity`,
    { Name: 'P', StageName: 'Prospecting', CloseDate: '2026-12-31' },
    'answered',
  ),
  post(PIPEDREAM, `${V50}/sobjects/Lead`, { LastName: 'L', Company: 'C' }, 'refused'),
  post(PIPEDREAM, `${V50}/sobjects/Task`, { Subject: 'T' }, 'refused'),
  post(PIPEDREAM, `${V50}/chatter/feed-elements`, {}, 'refused'),
];

function get(client: string, path: string, expected: PublicRequest['expected']): PublicRequest {
  return { client, method: 'GET', path, expected };
}

function post(client: string, path: string, body: object, expected: PublicRequest['expected']): PublicRequest {
  return { client, method: 'POST', path, body, expected };
}
