import type { Run } from './run.ts';
import { textOf } from './text-of.ts';

/** Characters of a concatenated text that count as one step, as a power of two. */
const charactersPerTick = 10;

/**
 * `&`: joins both sides as texts; a missing one is the empty text. @throws EvaluationFailure `D3001`, `TEXT_TOO_LONG`,
 * `TOO_MANY_STEPS`, `D1012`
 */
export function concatenate(run: Run, left: unknown, right: unknown): string {
  const before = typeof left === 'string' ? left : left === undefined ? '' : textOf(run, left);
  const after = typeof right === 'string' ? right : right === undefined ? '' : textOf(run, right);
  const length = before.length + after.length;
  if (length > run.limits.maxTextLength) run.checkText(length);
  if (length >= 1 << charactersPerTick) spendOnConcatenation(run, [before, after]);
  return before + after;
}

/** Counts the texts that are made when these are joined one after the other. Adding an empty text makes none. */
export function spendOnConcatenation(run: Run, parts: readonly string[]): void {
  let length = 0;
  let ticks = 0;
  for (const part of parts) {
    if (length > 0 && part.length > 0) ticks += (length + part.length) >> charactersPerTick;
    length += part.length;
  }
  run.spend(ticks);
}
