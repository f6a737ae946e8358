import { SeveralMatches } from '../records/upsert-record.ts';
import { atomically } from '../records/unit-of-work.ts';
import { LOCK_ERROR, SalesforceError } from '../salesforce-error.ts';
import type { ErrorEntry } from '../salesforce-error.ts';
import type { ApiCall } from './operation.ts';

/** One record's outcome in a collection; `errors` say `statusCode` where single-record resources say `errorCode`. */
export type SaveResult =
  | { readonly id: string; readonly success: true; readonly errors: readonly []; readonly created?: boolean }
  | { readonly success: false; readonly errors: readonly object[]; readonly id?: string };

const ROLLED_BACK: ErrorEntry = {
  errorCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
  fields: [],
};

/**
 * Saves each item on its own. With `allOrNone` one failure undoes them all. A planned partial-batch fault fails its
 * positions.
 */
export function saveEach<T>(
  call: ApiCall,
  items: readonly T[],
  isAllOrNone: boolean,
  save: (item: T) => SaveResult,
): SaveResult[] {
  const fault = call.context.faults.take(['partial-batch'], { method: call.method, path: call.url });
  const failing = fault === undefined ? [] : (fault.indexes ?? [0]);
  const planned: ErrorEntry =
    fault?.code === undefined ? LOCK_ERROR : { errorCode: fault.code, message: `${fault.code} on demand`, fields: [] };
  const saveOne = (item: T, index: number): SaveResult =>
    failing.includes(index) ? failed([planned]) : saveSafely(call, item, save);
  if (!isAllOrNone) return items.map(saveOne);
  let results: SaveResult[] = [];
  try {
    atomically(call.unit, () => {
      results = items.map(saveOne);
      if (results.some((result) => !result.success)) throw new RollBack();
    });
  } catch (error) {
    if (!(error instanceof RollBack)) throw error;
    return results.map((result) => (result.success ? failed([ROLLED_BACK]) : result));
  }
  return results;
}

class RollBack extends Error {
  override name = 'RollBack';
}

function saveSafely<T>(call: ApiCall, item: T, save: (item: T) => SaveResult): SaveResult {
  try {
    return atomically(call.unit, () => save(item));
  } catch (error) {
    if (error instanceof SalesforceError) return failed(error.entries);
    if (error instanceof SeveralMatches)
      return failed([{ errorCode: 'DUPLICATE_EXTERNAL_ID', message: error.message, fields: [] }]);
    throw error;
  }
}

function failed(entries: readonly ErrorEntry[]): SaveResult {
  return {
    success: false,
    errors: entries.map(({ errorCode, message, fields, duplicateResut }) => ({
      statusCode: errorCode,
      message,
      fields: fields ?? [],
      ...(duplicateResut !== undefined && { duplicateResut }),
    })),
  };
}
