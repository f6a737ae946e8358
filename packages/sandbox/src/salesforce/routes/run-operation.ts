import { atomically } from '../records/unit-of-work.ts';
import { SeveralMatches } from '../records/upsert-record.ts';
import { SalesforceError } from '../salesforce-error.ts';
import { severalMatches } from './external-id-operations.ts';
import type { ApiCall, ApiResponse, Operation } from './operation.ts';

/** Runs an operation completely or not at all. A refusal becomes the vendor's error array, and defects are rethrown. */
export function runOperation(operation: Operation, call: ApiCall): ApiResponse {
  try {
    return atomically(call.unit, () => operation.run(call));
  } catch (error) {
    if (error instanceof SeveralMatches) return severalMatches(call, error.ids);
    if (error instanceof SalesforceError) return { status: error.status, body: error.entries };
    throw error;
  }
}
