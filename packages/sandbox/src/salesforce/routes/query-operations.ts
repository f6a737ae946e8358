import { refusal } from '../salesforce-error.ts';
import { runQuery } from '../soql/run-query.ts';
import { BASE, baseUrl, parameter } from './operation.ts';
import type { ApiCall, ApiResponse, Operation } from './operation.ts';

const SMALLEST_PAGE = 200;
const LARGEST_PAGE = 2000;

export const queryOperations: readonly Operation[] = [
  { method: 'GET', path: `${BASE}/query`, run: (call) => startQuery(call, 'query') },
  { method: 'GET', path: `${BASE}/query/:locator`, run: (call) => nextPage(call, 'query') },
  { method: 'GET', path: `${BASE}/queryAll`, run: (call) => startQuery(call, 'queryAll') },
  { method: 'GET', path: `${BASE}/queryAll/:locator`, run: (call) => nextPage(call, 'queryAll') },
];

function startQuery(call: ApiCall, resource: 'query' | 'queryAll'): ApiResponse {
  const source = call.query.get('q');
  if (source === null || source.trim() === '')
    throw refusal(400, 'MALFORMED_QUERY', 'A query string has to be specified');
  const nowMs = call.context.clock.nowMs();
  const outcome = runQuery(call.unit.state, source, {
    nowMs,
    version: call.version,
    includesDeleted: resource === 'queryAll',
  });
  const size = pageSize(call);
  if (outcome.records.length <= size) {
    return { status: 200, body: { totalSize: outcome.totalSize, done: true, records: outcome.records } };
  }
  const id = call.cursors.open(outcome.records);
  return { status: 200, body: page(call, resource, id, outcome.records, 0, size) };
}

function nextPage(call: ApiCall, resource: 'query' | 'queryAll'): ApiResponse {
  const [, id = '', start = ''] = /^([0-9a-zA-Z]{18})-(\d+)$/.exec(parameter(call, 'locator')) ?? [];
  const records = call.cursors.read(id);
  if (records === undefined) throw refusal(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  return { status: 200, body: page(call, resource, id, records, Number(start), pageSize(call)) };
}

function page(
  call: ApiCall,
  resource: string,
  id: string,
  records: readonly object[],
  start: number,
  size: number,
): object {
  const end = start + size;
  const isDone = end >= records.length;
  return {
    totalSize: records.length,
    done: isDone,
    ...(!isDone && { nextRecordsUrl: `${baseUrl(call)}/${resource}/${id}-${end}` }),
    records: records.slice(start, end),
  };
}

/** `Sforce-Query-Options: batchSize=200`, kept within the platform's bounds. */
function pageSize(call: ApiCall): number {
  const asked = /batchSize=(\d+)/i.exec(call.header('sforce-query-options') ?? '')?.[1];
  return asked === undefined ? LARGEST_PAGE : Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, Number(asked)));
}
