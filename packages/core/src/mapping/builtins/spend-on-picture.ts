import { EvaluationFailure } from '../engine/failure.ts';
import type { Run } from '../engine/run.ts';

/** Nobody writes longer pictures, and reading them takes too long to be interrupted. */
const longestPicture = 100_000;

/** Counts the work of reading an instant's picture. @throws EvaluationFailure `TEXT_TOO_LONG`, and as `Run.spend` */
export function spendOnPicture(run: Run, picture: string): void {
  if (picture.length > longestPicture) {
    throw new EvaluationFailure('TEXT_TOO_LONG', `A picture may have ${longestPicture} characters at most.`, {
      value: picture.length,
    });
  }
  run.spend(picture.length);
}
