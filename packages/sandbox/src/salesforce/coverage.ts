import type { CoverageEntry } from '../kit/coverage-entry.ts';

const V = '/services/data/:version';

type Row = readonly [method: CoverageEntry['method'], path: string, doc: string, note?: string];

const IMPLEMENTED: readonly Row[] = [
  [
    'POST',
    '/services/oauth2/token',
    'Help: OAuth 2.0 Client Credentials Flow; OAuth 2.0 JWT Bearer Flow',
    'Grants client_credentials and jwt-bearer only.',
  ],
  ['POST', '/services/oauth2/revoke', 'Help: Revoke OAuth Tokens'],
  ['GET', '/id/:org/:user', 'Help: Identity URLs', 'A part of the attributes.'],
  ['GET', '/services/data', 'REST API: Versions'],
  ['GET', V, 'REST API: Resources by Version', 'Lists what is here.'],
  ['GET', `${V}/limits`, 'REST API: Limits', 'DailyApiRequests is counted; a few others are constant.'],
  ['GET', `${V}/sobjects`, 'REST API: Describe Global'],
  ['GET', `${V}/sobjects/:object`, 'REST API: sObject Basic Information'],
  ['POST', `${V}/sobjects/:object`, 'REST API: sObject Basic Information (create)'],
  ['GET', `${V}/sobjects/:object/describe`, 'REST API: sObject Describe', 'No If-Modified-Since.'],
  ['GET', `${V}/sobjects/:object/updated`, 'REST API: sObject Get Updated'],
  ['GET', `${V}/sobjects/:object/deleted`, 'REST API: sObject Get Deleted'],
  ['GET', `${V}/sobjects/:object/:id`, 'REST API: sObject Rows; Conditional Request Headers'],
  ['PATCH', `${V}/sobjects/:object/:id`, 'REST API: sObject Rows; Conditional Request Headers'],
  ['DELETE', `${V}/sobjects/:object/:id`, 'REST API: sObject Rows'],
  [
    'GET',
    `${V}/sobjects/:object/:field/:value`,
    'REST API: sObject Rows by External ID; sObject Relationships',
    'Relationships one level, reading only.',
  ],
  ['PATCH', `${V}/sobjects/:object/:field/:value`, 'REST API: sObject Rows by External ID (upsert)'],
  ['DELETE', `${V}/sobjects/:object/:field/:value`, 'REST API: sObject Rows by External ID'],
  ['GET', `${V}/query`, 'REST API: Query; SOQL and SOSL Reference', 'SOQL subset, see README. No explain.'],
  ['GET', `${V}/query/:locator`, 'REST API: Query More Results', 'Locators do not survive a restart.'],
  ['GET', `${V}/queryAll`, 'REST API: QueryAll'],
  ['GET', `${V}/queryAll/:locator`, 'REST API: QueryAll More Results'],
  ['POST', `${V}/composite`, 'REST API: Composite', 'collateSubrequests has no effect: order is kept.'],
  ['POST', `${V}/composite/batch`, 'REST API: Composite Batch'],
  ['POST', `${V}/composite/sobjects`, 'REST API: sObject Collections (create)'],
  ['PATCH', `${V}/composite/sobjects`, 'REST API: sObject Collections (update)'],
  ['DELETE', `${V}/composite/sobjects`, 'REST API: sObject Collections (delete)'],
  ['GET', `${V}/composite/sobjects/:object`, 'REST API: Get Records Using sObject Collections'],
  ['POST', `${V}/composite/sobjects/:object`, 'REST API: Get Records with a Request Body'],
  ['PATCH', `${V}/composite/sobjects/:object/:field`, 'REST API: Upsert Records Using sObject Collections'],
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
  ...IMPLEMENTED.map((row) => toEntry(row, 'implemented')),
  ...NOT_IMPLEMENTED.map((row) => toEntry(row, 'not-implemented')),
];

function toEntry([method, path, doc, note]: Row, status: CoverageEntry['status']): CoverageEntry {
  return { method, path, status, doc, ...(note !== undefined && { note }) };
}
