'use client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { surprisesOf, type Surprise } from '@throughline/core/mapping/behaviour';
import type { Outputs } from '../../../workspace/trpc.ts';
import { useTRPC } from '../../../workspace/trpc.ts';
import { useWorkspace } from '../../../workspace/workspace-context.ts';
import type { ChangeDetail } from '../change-detail.ts';

export type MappingBehaviour = Outputs['changes']['behaviour'][number];
export type ShownSurprise = Surprise<ChangeDetail['verdicts'][number]>;

export interface Behaviours {
  readonly query: UseQueryResult<readonly MappingBehaviour[], unknown>;
  /** True when somebody with this role can have the change's outputs compared, and there is something to compare. */
  readonly isCompared: boolean;
  /** Empty until the comparison is there. */
  readonly surprises: readonly ShownSurprise[];
}

/** How the outputs of the change's mappings differ. The comparison is made again when the content of the change is another one. */
export const useBehaviour = (change: ChangeDetail): Behaviours => {
  const trpc = useTRPC();
  const { can } = useWorkspace();
  const { id: changeId, items, verdicts, authors } = change;
  const isCompared =
    isRunning(change) &&
    can('analyst', 'approver', 'operator') &&
    items.some(({ kind, before }) => (kind === 'mapping' || kind === 'value-map') && before !== null);
  const seen = seenContent(change);
  const query = useQuery(
    trpc.changes.behaviour.queryOptions({ changeId, seen }, { enabled: isCompared, staleTime: Infinity }),
  );
  const authorIds = authors.map(({ id }) => id);
  return { query, isCompared, surprises: surprisesOf(query.data ?? [], verdicts, authorIds) };
};

/** A change that is live everywhere is history. */
const isRunning = ({ state, environments }: ChangeDetail): boolean =>
  state === 'published' ? environments.some(({ isPublishable }) => isPublishable) : state !== 'withdrawn';

/** While a change is open, its drafts can change at any time; what was submitted stays the same. */
const seenContent = ({ state, submittedAt, items }: ChangeDetail): string =>
  state === 'open'
    ? items.map(({ definitionId, currentRevision }) => `${definitionId.slice(-4)}${currentRevision ?? ''}`).join()
    : `submitted ${submittedAt?.getTime()}`;
