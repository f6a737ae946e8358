import { createHash } from 'node:crypto';
import type { SObject } from '../records/sobject.ts';
import { refusal } from '../salesforce-error.ts';
import type { SObjectType } from '../schema/sobject-type.ts';
import type { ApiCall } from './operation.ts';

/** The platform gives entity tags for Account records only. */
export function etagOf(type: SObjectType, record: SObject): string | null {
  if (type.name !== 'Account') return null;
  return `"${createHash('sha1').update(JSON.stringify(record)).digest('base64')}"`;
}

/** Returns true when `If-None-Match` or `If-Modified-Since` says that the caller already has this state. */
export function isNotModified(call: ApiCall, type: SObjectType, record: SObject): boolean {
  const etag = etagOf(type, record);
  const noneMatch = call.header('if-none-match');
  if (etag !== null && noneMatch !== undefined) return tags(noneMatch).includes(etag);
  const since = Date.parse(call.header('if-modified-since') ?? '');
  return !Number.isNaN(since) && modifiedAt(record) <= since;
}

/** Throws 412 when `If-Match` or `If-Unmodified-Since` does not hold; 400 when the date cannot be read. */
export function checkPreconditions(call: ApiCall, type: SObjectType, record: SObject): void {
  const etag = etagOf(type, record);
  const match = call.header('if-match');
  if (etag !== null && match !== undefined && match !== '*' && !tags(match).includes(etag)) throw failed('If-Match');
  const unmodifiedSince = call.header('if-unmodified-since');
  if (unmodifiedSince === undefined) return;
  const instant = Date.parse(unmodifiedSince);
  if (Number.isNaN(instant))
    throw refusal(400, 'INVALID_HEADER_VALUE', `Invalid If-Unmodified-Since header value: ${unmodifiedSince}`);
  if (modifiedAt(record) > instant) throw failed('If-Unmodified-Since');
}

function modifiedAt(record: SObject): number {
  return Date.parse(String(record['LastModifiedDate']));
}

function tags(header: string): string[] {
  return header.split(',').map((tag) => tag.trim().replace(/-gzip"$/, '"'));
}

function failed(header: string) {
  return refusal(412, 'PRECONDITION_FAILED', `The precondition of the ${header} header does not hold for the record`);
}
