import type { SourceRecord } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { Call } from '../../kit/session/system.ts';
import { toRecord, unwrap } from '../record.ts';
import { resourceOf, ROOT } from '../resources.ts';

/**
 * Reads one record through its list with `only`, which never answers 404 for a record that a default filter hides. Lists
 * that need a filter of their own cannot do that, so such a record is read by its address, if it has one.
 * https://developer.kantata.com/
 */
export async function readById(call: Call, object: ObjectManifest, id: string): Promise<SourceRecord | undefined> {
  const { name } = object;
  const { always, include, listsBy, hasAddress } = resourceOf(name);
  if (listsBy !== undefined && !hasAddress) {
    throw new ConnectorError(`Kantata OX has no address for a record of ${name}; find it by ${listsBy}.`, {
      class: 'validation',
      fields: ['id'],
    });
  }
  const included = include.length > 0 && { include: include.join(',') };
  const { status, body } = await call.send({
    method: 'GET',
    ...(listsBy === undefined
      ? { path: `${ROOT}/${name}.json`, query: { ...always, ...included, only: id, per_page: 1 } }
      : { path: `${ROOT}/${name}/${id}.json`, query: { ...included }, accept: [404] }),
    isRepeatable: true,
  });
  const [row] = status === 404 ? [] : unwrap(body, name);
  return row === undefined ? undefined : toRecord(row, object);
}
