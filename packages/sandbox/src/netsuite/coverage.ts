import type { CoverageEntry } from '../kit/coverage-entry.ts';
import type { RouteParameters } from '../kit/parameters/route-parameters.ts';

const REST = '/services/rest';
const RECORD = `${REST}/record/v1`;
const BROWSER = 'REST API Browser 2026.1';

/** The headers of every call on records and queries. */
const ASYNC = 'Prefer X-NetSuite-Idempotency-Key';
const WRITE = `${ASYNC} X-NetSuite-PropertyNameValidation X-NetSuite-PropertyValueValidation`;
/** What the form operations of a write take; the stand-in has none of them. */
const OF_FORMS = 'fields q limit offset expandSubResources expand';

const NONE: RouteParameters = { query: {} };
const LIST: RouteParameters = {
  query: { implemented: 'q limit offset', refused: 'expandRecords ids' },
  header: { implemented: ASYNC },
};
const CREATE: RouteParameters = {
  query: { refused: `${OF_FORMS} replace` },
  header: { implemented: WRITE },
};
const BATCH: RouteParameters = {
  query: { implemented: 'replace', refused: 'replaceSelectedFields' },
  header: { implemented: WRITE },
};
const READ: RouteParameters = {
  query: { implemented: 'expandSubResources simpleEnumFormat fields' },
  header: { implemented: ASYNC },
};
const UPDATE: RouteParameters = {
  query: { implemented: 'replace', refused: `${OF_FORMS} replaceSelectedFields` },
  header: { implemented: WRITE },
};
const UPSERT: RouteParameters = BATCH;
const REMOVE: RouteParameters = { query: {}, header: { implemented: ASYNC } };
const TRANSFORM: RouteParameters = {
  query: { refused: 'replace fields expandSubResources expand' },
  header: { implemented: WRITE },
};

/** Every route of SuiteTalk REST this stand-in knows of. README.md lists the pages behind `doc`. */
export const coverage: readonly CoverageEntry[] = [
  {
    method: 'POST',
    path: `${REST}/auth/oauth2/v1/token`,
    status: 'implemented',
    doc: 'POST Request to the Token Endpoint and the Access Token Response',
    parameters: NONE,
    note: 'client_credentials only; no authorization code, no refresh token',
  },
  {
    method: 'POST',
    path: `${REST}/query/v1/suiteql`,
    status: 'implemented',
    doc: 'Executing SuiteQL Queries Through REST Web Services',
    parameters: {
      query: { implemented: 'limit offset' },
      header: { implemented: ASYNC },
      body: { implemented: 'q params' },
    },
    note: 'a subset of SuiteQL, see README; everything else is refused with INVALID_PARAMETER',
  },
  {
    method: 'GET',
    path: `${RECORD}/metadata-catalog`,
    status: 'implemented',
    doc: 'Getting Metadata',
    parameters: { query: { refused: 'select' } },
  },
  {
    method: 'GET',
    path: `${RECORD}/metadata-catalog/`,
    status: 'implemented',
    doc: 'Getting Metadata',
    parameters: { query: { refused: 'select' } },
  },
  {
    method: 'GET',
    path: `${RECORD}/metadata-catalog/:type`,
    status: 'implemented',
    doc: 'Getting Metadata',
    parameters: NONE,
    note: 'JSON Schema only, no OpenAPI',
  },
  {
    method: 'GET',
    path: `${RECORD}/:type`,
    status: 'implemented',
    doc: 'Collection Paging; Record Filtering and Query',
    parameters: LIST,
    note: 'q with the common operators',
  },
  { method: 'GET', path: `${RECORD}/:type/`, status: 'implemented', doc: BROWSER, parameters: LIST },
  {
    method: 'POST',
    path: `${RECORD}/:type`,
    status: 'implemented',
    doc: BROWSER,
    parameters: CREATE,
    note: 'no create-form or select-options',
  },
  { method: 'POST', path: `${RECORD}/:type/`, status: 'implemented', doc: BROWSER, parameters: CREATE },
  {
    method: 'PATCH',
    path: `${RECORD}/:type`,
    status: 'implemented',
    doc: 'Batch Operations',
    parameters: BATCH,
    note: 'asynchronous',
  },
  {
    method: 'PUT',
    path: `${RECORD}/:type`,
    status: 'implemented',
    doc: 'Batch Operations',
    parameters: BATCH,
    note: 'asynchronous',
  },
  {
    method: 'DELETE',
    path: `${RECORD}/:type`,
    status: 'implemented',
    doc: 'Batch Operations',
    parameters: { query: { implemented: 'ids' }, header: { implemented: ASYNC } },
    note: 'asynchronous',
  },
  { method: 'GET', path: `${RECORD}/:type/:id`, status: 'implemented', doc: BROWSER, parameters: READ },
  {
    method: 'PATCH',
    path: `${RECORD}/:type/:id`,
    status: 'implemented',
    doc: BROWSER,
    parameters: UPDATE,
  },
  { method: 'PUT', path: `${RECORD}/:type/:id`, status: 'implemented', doc: 'Using External IDs', parameters: UPSERT },
  { method: 'DELETE', path: `${RECORD}/:type/:id`, status: 'implemented', doc: BROWSER, parameters: REMOVE },
  {
    method: 'GET',
    path: `${RECORD}/:type/:id/:sublist`,
    status: 'implemented',
    doc: 'Sublists',
    parameters: {
      query: { implemented: 'simpleEnumFormat', refused: 'limit offset expandSubResources fields' },
      header: { implemented: ASYNC },
    },
  },
  {
    method: 'POST',
    path: `${RECORD}/salesOrder/:id/!transform/invoice`,
    status: 'implemented',
    doc: 'Transforming Records',
    parameters: TRANSFORM,
  },
  {
    method: 'GET',
    path: `${REST}/system/v1/governanceLimits`,
    status: 'implemented',
    doc: 'GovernanceLimits Operation',
    parameters: NONE,
  },
  {
    method: 'GET',
    path: `${REST}/system/v1/serverTime`,
    status: 'implemented',
    doc: 'serverTime Operation',
    parameters: NONE,
  },
  {
    method: 'GET',
    path: `${REST}/async/v1/job/:jobId`,
    status: 'implemented',
    doc: 'Asynchronous REST Web Services Requests',
    parameters: NONE,
    note: 'jobs are complete at once',
  },
  {
    method: 'GET',
    path: `${REST}/async/v1/job/:jobId/task`,
    status: 'implemented',
    doc: 'Asynchronous REST Web Services Requests',
    parameters: { query: { refused: 'limit offset' } },
  },
  {
    method: 'GET',
    path: `${REST}/async/v1/job/:jobId/task/:taskId`,
    status: 'implemented',
    doc: 'Asynchronous REST Web Services Requests',
    parameters: NONE,
  },
  {
    method: 'GET',
    path: `${REST}/async/v1/job/:jobId/task/:taskId/result`,
    status: 'implemented',
    doc: 'Asynchronous REST Web Services Requests',
    parameters: NONE,
    note: 'what the synchronous call would have answered',
  },
  {
    method: 'GET',
    path: `${REST}/query/v1/dataset`,
    status: 'not-implemented',
    doc: 'Working with SuiteAnalytics Datasets',
    note: 'Use SuiteQL.',
  },
  {
    method: 'GET',
    path: `${REST}/query/v1/dataset/:id/result`,
    status: 'not-implemented',
    doc: 'Working with SuiteAnalytics Datasets',
    note: 'Use SuiteQL.',
  },
  {
    method: 'POST',
    path: `${RECORD}/:type/:id/!transform/:target`,
    status: 'not-implemented',
    doc: 'Transforming Records',
    note: 'Only salesOrder to invoice exists.',
  },
  {
    method: 'POST',
    path: `${RECORD}/:type/:id/!attach/:other/:otherId`,
    status: 'not-implemented',
    doc: BROWSER,
    note: 'Contacts are not part of the demo account.',
  },
  {
    method: 'POST',
    path: `${RECORD}/:type/:id/!detach/:other/:otherId`,
    status: 'not-implemented',
    doc: BROWSER,
    note: 'Contacts are not part of the demo account.',
  },
];
