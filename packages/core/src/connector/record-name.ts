import type { SourceRecord } from './contract.ts';
import type { ObjectManifest } from './manifest.ts';

/** The name by which people know a record, or null when this record has none. */
export function recordName(object: Pick<ObjectManifest, 'nameField'>, record: SourceRecord | undefined): string | null {
  const name = object.nameField === undefined ? undefined : record?.[object.nameField];
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : null;
}
