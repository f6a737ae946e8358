import type { RecordIdentity, SourceRecord } from '@throughline/core/connector';
import type { WriteOperation } from '@throughline/core/connector/manifest';
import { writeStrategies } from './write-strategies.ts';
import type { WriteStrategy } from './write-strategies.ts';

export type StepKind = 'create' | 'update' | 'upsert' | 'delete';

/** One effect on one record, as the vendor is asked for it. */
export interface Step {
  readonly kind: StepKind;
  /** The vendor's id, for an update and a delete. */
  readonly id?: string | undefined;
  /** Our key, for an upsert, and for a create that is to carry it. */
  readonly key?: string | undefined;
  readonly record: SourceRecord;
  /** What the vendor will have done when it succeeds, unless its reply says otherwise. */
  readonly effect: 'created' | 'updated' | 'deleted';
}

export interface WriteSituation {
  readonly operation: WriteOperation;
  readonly identity: RecordIdentity | undefined;
  readonly record: SourceRecord;
  readonly strategy: WriteStrategy;
  /** The id that was found for the identity, or null for none; absent while nobody has looked. */
  readonly found?: string | null | undefined;
}

export type WriteDecision =
  | { readonly do: 'send'; readonly step: Step }
  /** Looks the record up and decides again. */
  | { readonly do: 'look' }
  /** Creates the record unless one with our key is there. */
  | { readonly do: 'create-once'; readonly step: Step; readonly key: string }
  | { readonly do: 'nothing'; readonly id: string }
  | { readonly do: 'refuse' };

/** Decides how a checked write becomes one request. */
export function decideWrite(situation: WriteSituation): WriteDecision {
  const { operation, identity, record, strategy, found } = situation;
  const send = (step: Pick<Step, 'kind' | 'effect' | 'id' | 'key'>): WriteDecision => ({
    do: 'send',
    step: { ...step, record },
  });
  const update = (id: string) => send({ kind: 'update', effect: 'updated', id });
  const create = (key?: string) => send({ kind: 'create', effect: 'created', key });

  const way = identity?.by === 'external-id' && isKeyed(operation) ? writeStrategies[strategy][operation] : undefined;
  if (identity?.by === 'external-id' && way !== undefined) {
    const key = identity.value;
    const upsert = (effect: Step['effect']) => send({ kind: 'upsert', effect, key });
    if (way === 'create-once')
      return { do: 'create-once', key, step: { kind: 'create', effect: 'created', key, record } };
    if (way === 'upsert') return upsert('updated');
    if (found === undefined) return { do: 'look' };
    if (operation === 'create' && found !== null) return { do: 'nothing', id: found };
    return upsert(found === null ? 'created' : 'updated');
  }
  if (identity === undefined) return operation === 'create' ? create() : { do: 'refuse' };
  const id = identity.by === 'id' && operation !== 'create' ? identity.id : found;
  if (id === undefined) return { do: 'look' };
  switch (operation) {
    case 'create':
      return id === null ? create() : { do: 'nothing', id };
    case 'upsert':
      return id === null ? create() : update(id);
    case 'update':
      return id === null ? { do: 'refuse' } : update(id);
    case 'delete':
      return id === null ? { do: 'refuse' } : send({ kind: 'delete', effect: 'deleted', id });
  }
}

/** What a step did. Another may have created the record since we looked, so the reply to an upsert knows better. */
export function effectOf({ kind, effect }: Step, isNew: boolean | undefined): Step['effect'] {
  if (kind !== 'upsert' || isNew === undefined) return effect;
  return isNew ? 'created' : 'updated';
}

function isKeyed(operation: WriteOperation): operation is 'create' | 'upsert' {
  return operation === 'create' || operation === 'upsert';
}
