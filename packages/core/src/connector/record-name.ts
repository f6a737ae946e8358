import type { SourceRecord } from './contract.ts';
import type { ObjectManifest } from './manifest.ts';

/** The name people know a record by, or null when this record does not say it. */
export function recordName(object: Pick<ObjectManifest, 'nameField'>, record: SourceRecord | undefined): string | null {
  const name = object.nameField === undefined ? undefined : record?.[object.nameField];
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : null;
}
