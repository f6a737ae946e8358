import type { SourceRecord } from '@throughline/core/connector';
import { callOptions } from '../../connections/connections.ts';
import { inOrganisation } from '../../run/in-organisation.ts';
import { findOwnWrite } from '../../store/own-write.ts';
import { carriesReference } from './carries-reference.ts';
import type { Delivering } from './delivering.ts';
import { isReflected } from './is-reflected.ts';
import type { Looked } from './looked.ts';
import { readableFields } from './readable-fields.ts';

/**
 * Looks at a record that was delivered earlier with the same content. Where the version that our own write left is
 * known, an equal version settles it. Otherwise our fields are compared.
 */
export async function lookAgain(delivering: Delivering, id: string): Promise<Looked> {
  const { context, used, object, wish } = delivering;
  const identity = { by: 'id', id } as const;
  const own = await inOrganisation(context, (tx) =>
    findOwnWrite(tx, { connectionId: used.row.id, object: object.name, externalId: id }),
  );
  const looked =
    own === undefined ? undefined : await used.session.look({ object: object.name, identity }, callOptions);
  const record =
    own === undefined ? await used.session.read({ object: object.name, identity }, callOptions) : looked?.record;
  if (wish.operation === 'delete') return record === undefined ? { as: 'delivered' } : { as: 'changed', record };
  if (record === undefined) return { as: 'gone' };
  if (own !== undefined && own.version === looked?.version) return { as: 'delivered' };
  // A write that leaves existing records alone has nothing to repair in one.
  if (wish.operation !== 'update' && wish.onConflict !== 'update') return { as: 'delivered' };
  if (isReflected(readableFields(wish.record ?? {}, object.schema), record)) return { as: 'delivered' };
  return (await isStillOurs(delivering, id)) ? { as: 'changed', record } : { as: 'gone' };
}

/**
 * A record that was made with our external id and no longer carries it is a different one: the connection now leads to
 * another account, in which somebody else's record has that id.
 */
async function isStillOurs({ used, object, wish, prior }: Delivering, id: string): Promise<boolean> {
  if (prior.createdByRunId === null || !carriesReference(object)) return true;
  const identity = { by: 'external-id', value: wish.recordKey } as const;
  const ours = await used.session.read({ object: object.name, identity }, callOptions);
  return ours !== undefined && String(ours[object.identity.field]) === id;
}

/** True when a system shows our fields of two readings alike: then writing them again has changed nothing. */
export const showsTheSame = (ours: SourceRecord, before: SourceRecord, after: SourceRecord): boolean =>
  Object.keys(ours).every((name) => isReflected(before[name], after[name]) && isReflected(after[name], before[name]));
