import { NetSuiteError, invalidParameter, noSuchRecordType } from '../errors.ts';
import type { RecordType } from '../records/field-types.ts';
import { readBody } from '../records/read-body.ts';
import type { BodyValues, UnknownNames } from '../records/read-body.ts';
import { findRecordType } from '../records/record-types.ts';
import type { NetSuiteRequest, RouteContext } from './request-context.ts';
import { jsonBody, requireWrite } from './request-context.ts';

/** Throws NOT_FOUND for a type the account does not have. */
export function typeOf(c: NetSuiteRequest): RecordType {
  const name = c.req.param('type') ?? '';
  const type = findRecordType(name);
  if (type === undefined) throw noSuchRecordType(name);
  return type;
}

export interface WriteBody {
  readonly values: BodyValues;
  /** Paths of properties that were ignored. */
  readonly warnings: readonly string[];
}

export async function readWriteBody(c: NetSuiteRequest, context: RouteContext): Promise<[RecordType, WriteBody]> {
  const type = typeOf(c);
  requireWrite(context, c, type);
  const warnings: string[] = [];
  const reader = { store: context.store, unknownNames: unknownNamesMode(c), warnings };
  return [type, { values: readBody(reader, type.fields, await jsonBody(c)), warnings }];
}

/** What the header can turn off, the checks of values, the stand-in always does. */
function requireValueChecks(c: NetSuiteRequest): void {
  const header = c.req.header('X-NetSuite-PropertyValueValidation') ?? 'Error';
  if (header.toLowerCase() === 'error') return;
  throw new NetSuiteError(501, {
    detail: `The stand-in does not implement 'X-NetSuite-PropertyValueValidation: ${header}'.`,
    code: 'SANDBOX_NOT_IMPLEMENTED',
    header: 'X-NetSuite-PropertyValueValidation',
  });
}

/** The record browser gives Warning as the default of writes. */
export function unknownNamesMode(c: NetSuiteRequest): UnknownNames {
  requireValueChecks(c);
  const header = c.req.header('X-NetSuite-PropertyNameValidation');
  if (header === undefined) return 'Warning';
  const mode = (['Error', 'Warning', 'Ignore'] as const).find((each) => each.toLowerCase() === header.toLowerCase());
  if (mode !== undefined) return mode;
  throw new NetSuiteError(400, {
    detail: "Invalid value for the header 'X-NetSuite-PropertyNameValidation'. Use Error, Warning or Ignore.",
    code: 'INVALID_HEADER',
    header: 'X-NetSuite-PropertyNameValidation',
  });
}

export function requireExternalId(id: string): string {
  if (id.startsWith('eid:') && id.length > 4) return id.slice(4);
  throw invalidParameter('id', `PUT addresses a record by its external ID: use eid:<externalId> instead of '${id}'.`);
}
