import { recordsOf } from '../records/sobject.ts';
import { sobjectTypes } from '../schema/catalog.ts';
import { describeBriefly, describeType } from '../schema/describe-type.ts';
import { BASE, baseUrl, typeOfCall } from './operation.ts';
import type { ApiCall, ApiResponse, Operation } from './operation.ts';
import { projectRecord } from './record-operations.ts';

const RECENT_ITEMS = 5;

export const describeOperations: readonly Operation[] = [
  { method: 'GET', path: BASE, run: listResources },
  { method: 'GET', path: `${BASE}/sobjects`, run: listTypes },
  { method: 'GET', path: `${BASE}/sobjects/:object`, run: basicInfo },
  {
    method: 'GET',
    path: `${BASE}/sobjects/:object/describe`,
    run: (call) => ({ status: 200, body: describeType(typeOfCall(call), baseUrl(call)) }),
  },
  { method: 'GET', path: `${BASE}/limits`, run: limits },
];

function listResources(call: ApiCall): ApiResponse {
  const names = ['sobjects', 'query', 'queryAll', 'composite', 'limits'];
  return { status: 200, body: Object.fromEntries(names.map((name) => [name, `${baseUrl(call)}/${name}`])) };
}

function listTypes(call: ApiCall): ApiResponse {
  const sobjects = sobjectTypes.map((type) => describeBriefly(type, baseUrl(call)));
  return { status: 200, body: { encoding: 'UTF-8', maxBatchSize: 200, sobjects } };
}

function basicInfo(call: ApiCall): ApiResponse {
  const type = typeOfCall(call);
  const live = recordsOf(call.unit.state, type).filter((record) => record['IsDeleted'] === false);
  const recent = live
    .sort((left, right) => (String(left['SystemModstamp']) < String(right['SystemModstamp']) ? 1 : -1))
    .slice(0, RECENT_ITEMS);
  const name = type.fields.find((field) => field.isNameField)?.name;
  const recentItems = recent.map((record) =>
    projectRecord(call, type, record, ['Id', ...(name === undefined ? [] : [name])]),
  );
  return { status: 200, body: { objectDescribe: describeBriefly(type, baseUrl(call)), recentItems } };
}

/** The allocations that this stand-in counts; the platform lists many more. */
function limits(call: ApiCall): ApiResponse {
  const { max, used } = call.usage;
  return {
    status: 200,
    body: {
      DailyApiRequests: { Max: max, Remaining: Math.max(0, max - used) },
      DailyBulkApiBatches: { Max: 15_000, Remaining: 15_000 },
      DailyBulkV2QueryJobs: { Max: 10_000, Remaining: 10_000 },
      DataStorageMB: { Max: 10_240, Remaining: 10_230 },
    },
  };
}
