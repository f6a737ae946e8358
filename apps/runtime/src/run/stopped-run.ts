import type { ItemPlace, ReplayTarget, RunTarget } from '@throughline/core/db/words/replay-target';
import type { FailureFacts } from '../failures/step-failure.ts';
import type { ExceptionInput } from '../store/open-exceptions.ts';
import type { Frame } from './run-context.ts';

/** What stopped a run, as an exception whose replay repeats what the run was for. */
export function stoppedRun(target: RunTarget | null, failure: FailureFacts, trigger: unknown): ExceptionInput {
  const place = { stepId: failure.stepId ?? 'flow', path: failure.path ?? 'flow', failure };
  switch (target?.kind) {
    case 'item':
      return { ...place, payload: target.item, target: { kind: 'item', place: target.place } };
    case 'undo':
      return { ...place, payload: target.entry, target };
    case 'test':
    case undefined:
      return {
        ...place,
        payload: failure.payload === undefined ? trigger : (failure.payload.data ?? null),
        target: { kind: 'run' },
      };
  }
}

/** What stopped at a place in a run, as an exception whose replay repeats the item there, or else what the run was for. */
export function stoppedThere({ context, scope, place }: Frame, failure: FailureFacts): ExceptionInput {
  const { target } = context;
  const isOnTheWay = target?.kind === 'item' && place.length < target.place.length;
  const ofRun = stoppedRun(target, failure, scope.trigger);
  return place.length === 0 || isOnTheWay
    ? ofRun
    : { ...ofRun, payload: scope.item ?? null, target: itemTarget(place) };
}

/** The target of an exception of an item: the item itself is the exception's payload. */
export const itemTarget = (place: readonly ItemPlace[]): ReplayTarget => ({
  kind: 'item',
  place: place.map((each, depth) => {
    const { edited: _, ...own } = each;
    return depth === place.length - 1 ? own : each;
  }),
});
