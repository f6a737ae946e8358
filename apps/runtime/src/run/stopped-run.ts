import type { RunTarget } from '@throughline/core/db/words/replay-target';
import type { FailureFacts } from '../failures/step-failure.ts';
import type { ExceptionInput } from '../store/open-exception.ts';

/** What stopped a run, as an exception whose replay repeats what the run was for. */
export function stoppedRun(target: RunTarget | null, failure: FailureFacts, trigger: unknown): ExceptionInput {
  const place = { stepId: failure.stepId ?? 'flow', path: failure.path ?? 'flow', failure };
  switch (target?.kind) {
    case 'item':
      return { ...place, payload: target.item, target: { kind: 'item', place: target.place } };
    case 'undo':
      return { ...place, payload: target.entry, target };
    case undefined:
      return {
        ...place,
        payload: failure.payload === undefined ? trigger : (failure.payload.data ?? null),
        target: { kind: 'run' },
      };
  }
}
