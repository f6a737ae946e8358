import { createHash } from 'node:crypto';

/**
 * The version of a record in systems whose timestamps count whole seconds. Two changes within one second share a
 * timestamp, so a digest of the content tells them apart. The order of the fields
 * does not count: a list and a single record may give them in different orders.
 */
export function versionMark(stamp: string, content: unknown): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex');
  return `${stamp}#${digest.slice(0, 16)}`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, field]) => [name, sorted(field)]));
}
