import type { Run } from './run.ts';
import { textOf } from './text-of.ts';

/**
 * `&`: joins both sides as texts; a missing one is the empty text. @throws EvaluationFailure `D3001`, `TEXT_TOO_LONG`
 */
export function concatenate(run: Run, left: unknown, right: unknown): string {
  const text =
    (typeof left === 'string' ? left : left === undefined ? '' : textOf(run, left)) +
    (typeof right === 'string' ? right : right === undefined ? '' : textOf(run, right));
  if (text.length > run.limits.maxTextLength) run.checkText(text.length);
  return text;
}
