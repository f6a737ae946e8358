import type { SourceRecord } from '@throughline/core/connector';
import type { ConnectorManifest } from '@throughline/core/connector/manifest';
import type { OrganisationTx } from '@throughline/core/db';
import { versionWritten } from '../store/link.ts';

/**
 * Why a change is to be ignored as the echo of our own write: the record's version is the one our last write left
 * there. Undefined when somebody else changed it, or when it cannot be told.
 */
export async function echoNote(
  tx: OrganisationTx,
  connectionId: string,
  manifest: ConnectorManifest | undefined,
  object: string,
  externalId: string,
  record: SourceRecord,
): Promise<string | undefined> {
  const field = manifest?.objects[object]?.changes?.field;
  const version = field === undefined ? undefined : record[field];
  if (typeof version !== 'string' && typeof version !== 'number') return undefined;
  const written = await versionWritten(tx, { connectionId, object, externalId });
  return written === String(version) ? 'This is the echo of our own last write.' : undefined;
}
