import type { SourceRecord } from '@throughline/core/connector';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { callOptions, type UsedConnection } from '../../connections/connections.ts';
import { inOrganisation } from '../../run/in-organisation.ts';
import type { RunContext } from '../../run/run-context.ts';
import { findLink } from '../../store/link.ts';
import type { MatchCandidate, WriteWish } from './evaluate-write.ts';

/** The record a write is about, as far as it had to be looked at. */
export interface WriteTarget {
  /** The vendor's id. */
  readonly id: string;
  readonly via: MatchCandidate['by'];
  /** The record as it is now. Absent when only the link was read. */
  readonly record?: SourceRecord | undefined;
}

export interface FindTargetInput {
  readonly used: UsedConnection;
  readonly object: ObjectManifest;
  readonly wish: WriteWish;
  readonly candidates: readonly MatchCandidate[];
  /** Read the record even where its link alone would do. */
  readonly isRecordNeeded: boolean;
}

/** Tries the candidates in their order; the first that finds a record wins. */
export async function findTarget(context: RunContext, input: FindTargetInput): Promise<WriteTarget | undefined> {
  for (const candidate of input.candidates) {
    const found = await tryCandidate(context, candidate, input);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function tryCandidate(
  context: RunContext,
  candidate: MatchCandidate,
  { used, object, isRecordNeeded }: FindTargetInput,
): Promise<WriteTarget | undefined> {
  const read = (identity: Parameters<typeof used.session.read>[0]['identity']): Promise<SourceRecord | undefined> =>
    used.session.read({ object: object.name, identity }, callOptions);
  const withRecord = (record: SourceRecord | undefined): WriteTarget | undefined => {
    const id = record?.[object.identity.field];
    return typeof id === 'string' || typeof id === 'number' ? { id: String(id), via: candidate.by, record } : undefined;
  };
  switch (candidate.by) {
    case 'link': {
      const { entity, canonicalId } = candidate;
      const linked = await inOrganisation(context, (tx) =>
        findLink(tx, {
          environmentId: context.environmentId,
          entity,
          canonicalId,
          connectionId: used.row.id,
          object: object.name,
        }),
      );
      if (linked === undefined) return undefined;
      // A link to a record that is gone is no match, because the next candidate may find its successor.
      return isRecordNeeded ? withRecord(await read({ by: 'id', id: linked })) : { id: linked, via: 'link' };
    }
    case 'external-id':
      return object.identity.external === undefined
        ? undefined
        : withRecord(await read({ by: 'external-id', value: candidate.value }));
    case 'ledger':
      return withRecord(await read({ by: 'id', id: candidate.id }));
    case 'field':
      return withRecord(await read({ by: 'fields', fields: { [candidate.field]: candidate.value } }));
  }
}
