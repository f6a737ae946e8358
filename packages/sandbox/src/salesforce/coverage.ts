import type { CoverageEntry } from '../kit/coverage-entry.ts';
import { collection, fields, implemented, none, rows } from './parameters.ts';
import type { RouteParameters } from '../kit/parameters/route-parameters.ts';

const V = '/services/data/:version';

type Row = readonly [method: CoverageEntry['method'], path: string, doc: string, note?: string];
type ImplementedRow = readonly [
  method: CoverageEntry['method'],
  path: string,
  doc: string,
  parameters: RouteParameters,
  note?: string,
];

const IMPLEMENTED: readonly ImplementedRow[] = [
  [
    'POST',
    '/services/oauth2/token',
    'Help: OAuth 2.0 Client Credentials Flow; OAuth 2.0 JWT Bearer Flow; OAuth 2.0 Refresh Token Flow',
    none,
    'Grants client_credentials, jwt-bearer and refresh_token.',
  ],
  ['POST', '/services/oauth2/revoke', 'Help: Revoke OAuth Tokens', none],
  [
    'GET',
    '/id/:org/:user',
    'Help: Identity URLs',
    rows({}, { implemented: 'format oauth_token', refused: 'version' }),
    'A part of the attributes, as JSON.',
  ],
  ['GET', '/services/data', 'REST API: Versions', none],
  ['GET', V, 'REST API: Resources by Version', none, 'Lists what is here.'],
  ['GET', `${V}/limits`, 'REST API: Limits', none, 'DailyApiRequests is counted; a few others are constant.'],
  ['GET', `${V}/sobjects`, 'REST API: Describe Global', rows({ refused: 'If-Modified-Since If-Unmodified-Since' })],
  ['GET', `${V}/sobjects/:object`, 'REST API: sObject Basic Information', none],
  ['POST', `${V}/sobjects/:object`, 'REST API: sObject Basic Information (create)', none],
  [
    'GET',
    `${V}/sobjects/:object/describe`,
    'REST API: sObject Describe',
    rows({ refused: 'If-Modified-Since If-Unmodified-Since' }),
  ],
  ['GET', `${V}/sobjects/:object/updated`, 'REST API: sObject Get Updated', implemented('start end')],
  ['GET', `${V}/sobjects/:object/deleted`, 'REST API: sObject Get Deleted', implemented('start end')],
  ['GET', `${V}/sobjects/:object/:id`, 'REST API: sObject Rows; Conditional Request Headers', fields],
  [
    'PATCH',
    `${V}/sobjects/:object/:id`,
    'REST API: sObject Rows; Conditional Request Headers',
    rows({ implemented: 'If-Match If-Unmodified-Since' }),
  ],
  ['DELETE', `${V}/sobjects/:object/:id`, 'REST API: sObject Rows', none],
  [
    'GET',
    `${V}/sobjects/:object/:field/:value`,
    'REST API: sObject Rows by External ID; sObject Relationships',
    implemented('fields'),
    'Relationships one level, reading only.',
  ],
  [
    'PATCH',
    `${V}/sobjects/:object/:field/:value`,
    'REST API: sObject Rows by External ID (upsert)',
    implemented('updateOnly'),
  ],
  ['DELETE', `${V}/sobjects/:object/:field/:value`, 'REST API: sObject Rows by External ID', none],
  [
    'GET',
    `${V}/query`,
    'REST API: Query; SOQL and SOSL Reference',
    rows({ implemented: 'Sforce-Query-Options' }, { implemented: 'q', refused: 'explain' }),
    'SOQL subset, see README.',
  ],
  [
    'GET',
    `${V}/query/:locator`,
    'REST API: Query More Results',
    rows({ implemented: 'Sforce-Query-Options' }),
    'Locators do not survive a restart.',
  ],
  [
    'GET',
    `${V}/queryAll`,
    'REST API: QueryAll',
    rows({ implemented: 'Sforce-Query-Options' }, { implemented: 'q', refused: 'explain' }),
  ],
  ['GET', `${V}/queryAll/:locator`, 'REST API: QueryAll More Results', rows({ implemented: 'Sforce-Query-Options' })],
  [
    'POST',
    `${V}/composite`,
    'REST API: Composite',
    { ...none, body: { implemented: 'allOrNone collateSubrequests compositeRequest' } },
    'collateSubrequests changes nothing that can be seen: the order is kept.',
  ],
  [
    'POST',
    `${V}/composite/batch`,
    'REST API: Composite Batch',
    { ...none, body: { implemented: 'batchRequests haltOnError' } },
  ],
  ['POST', `${V}/composite/sobjects`, 'REST API: sObject Collections (create)', collection],
  ['PATCH', `${V}/composite/sobjects`, 'REST API: sObject Collections (update)', collection],
  ['DELETE', `${V}/composite/sobjects`, 'REST API: sObject Collections (delete)', implemented('ids allOrNone')],
  [
    'GET',
    `${V}/composite/sobjects/:object`,
    'REST API: Get Records Using sObject Collections',
    implemented('ids fields'),
  ],
  [
    'POST',
    `${V}/composite/sobjects/:object`,
    'REST API: Get Records with a Request Body',
    { ...none, body: { implemented: 'ids fields' } },
  ],
  ['PATCH', `${V}/composite/sobjects/:object/:field`, 'REST API: Upsert Records Using sObject Collections', collection],
];

const NOT_IMPLEMENTED: readonly Row[] = [
  ['GET', '/services/oauth2/authorize', 'Help: OAuth 2.0 Web Server Flow', 'There is no browser sign-in.'],
  ['POST', '/services/oauth2/introspect', 'Help: OpenID Connect Token Introspection'],
  ['GET', '/services/oauth2/userinfo', 'Help: OpenID Connect UserInfo'],
  ['POST', '/services/Soap/u/:version', 'SOAP API Developer Guide'],
  ['POST', '/services/async/:version/job', 'Bulk API: Create a Job'],
  ['POST', '/cometd/:version', 'Streaming API Developer Guide'],
  ['GET', '/services/apexrest/*', 'Apex REST'],
  ['POST', '/services/apexrest/*', 'Apex REST'],
  ['GET', `${V}/recent`, 'REST API: Recently Viewed Items'],
  ['GET', `${V}/tabs`, 'REST API: Tabs'],
  ['GET', `${V}/theme`, 'REST API: Themes'],
  ['GET', `${V}/quickActions`, 'REST API: Quick Actions'],
  ['GET', `${V}/ui-api/*`, 'User Interface API'],
  ['GET', `${V}/connect/*`, 'Connect REST API'],
  ['GET', `${V}/chatter/*`, 'Connect REST API'],
  ['GET', `${V}/actions/*`, 'Actions Developer Guide'],
  ['POST', `${V}/actions/*`, 'Actions Developer Guide'],
  ['GET', `${V}/search`, 'REST API: Search (SOSL)'],
  ['GET', `${V}/parameterizedSearch`, 'REST API: Parameterized Search'],
  ['POST', `${V}/composite/graph`, 'REST API: Composite Graph'],
  ['POST', `${V}/composite/tree/:object`, 'REST API: sObject Tree'],
  ['GET', `${V}/sobjects/:object/:id/:relationship/:more`, 'REST API: sObject Relationships, several levels'],
  ['POST', `${V}/jobs/ingest`, 'Bulk API 2.0: Create a Job'],
  ['GET', `${V}/jobs/ingest`, 'Bulk API 2.0: Get All Jobs'],
  ['POST', `${V}/jobs/query`, 'Bulk API 2.0: Create a Query Job'],
  ['GET', `${V}/tooling/query`, 'Tooling API: Query'],
  ['GET', `${V}/analytics/reports`, 'Reports and Dashboards REST API'],
  ['GET', `${V}/process/rules`, 'REST API: Process Rules'],
  ['GET', `${V}/process/approvals`, 'REST API: Process Approvals'],
];

export const coverage: readonly CoverageEntry[] = [
  ...IMPLEMENTED.map(([method, path, doc, parameters, note]): CoverageEntry => ({
    method,
    path,
    status: 'implemented',
    doc,
    parameters,
    ...(note !== undefined && { note }),
  })),
  ...NOT_IMPLEMENTED.map(([method, path, doc, note]): CoverageEntry => ({
    method,
    path,
    status: 'not-implemented',
    doc,
    ...(note !== undefined && { note }),
  })),
];
