import { createHash } from 'node:crypto';

/** SHA-256 of what a delivery sends, in hex. The order of keys does not count. */
export function payloadHash(operation: string, record: unknown): string {
  const isDelete = operation === 'delete';
  return createHash('sha256')
    .update(isDelete ? 'delete' : canonicalJson(record))
    .digest('hex');
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}
