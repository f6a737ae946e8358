import { EvaluationFailure } from '../engine/failure.ts';
import type { Run } from '../engine/run.ts';

const stepsPerSign = 8;

/** Makes sure that there is a picture, and counts the work of reading it. @throws EvaluationFailure `BAD_ARGUMENT` */
export function checkPicture(run: Run, name: string, picture: string | undefined): string {
  if (picture === undefined) {
    throw new EvaluationFailure('BAD_ARGUMENT', `$${name} needs a picture, such as "#,##0", to go by.`, { index: 2 });
  }
  run.spend(stepsPerSign * picture.length);
  return picture;
}
