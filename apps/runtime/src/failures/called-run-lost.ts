import { namedEffects } from './named-effects.ts';
import type { FailureDetail, FailureFacts } from './step-failure.ts';

/** Code of a run that the engine has given up. */
export const runGivenUpCode = 'RUN_GIVEN_UP';

/** Why a called run ended without a result: somebody cancelled it, or the engine has given it up. */
export type HowLost = 'cancelled' | 'given-up';

const words = {
  cancelled: { code: 'CALLED_RUN_CANCELLED', was: 'was cancelled' },
  'given-up': {
    code: 'CALLED_RUN_GIVEN_UP',
    was: 'was given up, because worker after worker ended while executing it',
  },
} as const satisfies Record<HowLost, object>;

/** What a caller is told about a called run that was lost, and about what is left of it. */
export function calledRunLost(runId: string, how: HowLost, details: readonly FailureDetail[] = []): FailureFacts {
  const { code, was } = words[how];
  const message = [
    `The called run ${runId} ${was}, so this step has no result.`,
    ...namedEffects(details),
    'Replay the exception to call the flow again, or resolve it by hand.',
  ].join(' ');
  return { code, message, class: 'business', details };
}
