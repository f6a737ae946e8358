import { applyCallable } from '../engine/apply-callable.ts';
import { callableOf, isCallable, type Callable } from '../engine/callable.ts';
import { EvaluationFailure } from '../engine/failure.ts';
import { failureOf } from '../engine/failure-of.ts';
import type { Run } from '../engine/run.ts';
import type { SafeRegex } from '../engine/safe-regex.ts';
import { isRecord } from '../engine/value.ts';

/** A match as returned by a matcher function. Only regular expressions are sure to fill in every field. */
export interface TextMatch {
  readonly match?: unknown;
  /** Offset in UTF-16 units. */
  readonly start?: unknown;
  /** Exclusive. */
  readonly end?: unknown;
  /** Undefined for a group that did not take part. */
  readonly groups?: unknown;
  /** Returns the next match, or nothing. */
  readonly next?: unknown;
}

/**
 * The matches in a text, one after the other: those of a regular expression, or of any function that takes a text and
 * returns a `TextMatch`.
 * @throws EvaluationFailure `D1004` when a match after the first is empty, `T1010` for anything that is not a match
 */
export function* textMatches(run: Run, matcher: unknown, text: string): Generator<TextMatch, void> {
  if (!isCallable(matcher)) {
    throw new EvaluationFailure('T1010', 'Text is searched for with a text, a regular expression or a function.');
  }
  if (matcher.regex === undefined) yield* matchesOfFunction(run, matcher, text);
  else yield* matchesOfRegex(run, matcher.regex, text);
}

/** The position is kept in the expression itself, as in the reference, so other uses of the expression move it. */
function* matchesOfRegex(run: Run, regex: SafeRegex, text: string): Generator<TextMatch, void> {
  regex.lastIndex = 0;
  for (let found = matchAt(run, regex, text); found !== undefined;) {
    yield found;
    if (regex.lastIndex >= text.length) return;
    found = matchAt(run, regex, text);
    if (found?.match === '') throw failureOf('D1004', { value: regex.source });
  }
}

function* matchesOfFunction(run: Run, matcher: Callable, text: string): Generator<TextMatch, void> {
  let found = checkedMatch(applyCallable(run, matcher, [text], null));
  while (found !== undefined) {
    yield found;
    if (!isCallable(found.next)) throw notAMatch();
    found = checkedMatch(applyCallable(run, found.next, [undefined], null));
  }
}

/** Finds the match from the expression's position on, and moves the position past it. */
function matchAt(run: Run, regex: SafeRegex, text: string): TextMatch | undefined {
  const found = regex.exec(run, text);
  if (found === null) return undefined;
  const [match, ...groups] = found;
  return { match, start: found.index, end: found.index + match.length, groups, next: nextOf(regex, text) };
}

/** Makes the `next` function of a match, which continues the same search. */
function nextOf(regex: SafeRegex, text: string): Callable {
  const next = (run: Run): TextMatch | undefined => {
    if (regex.lastIndex >= text.length) return undefined;
    const found = matchAt(run, regex, text);
    if (found?.match === '') throw failureOf('D1004', { value: regex.source });
    return found;
  };
  return callableOf(next, { arity: 0, label: 'next', check: undefined, kind: 'builtin' });
}

function checkedMatch(value: unknown): TextMatch | undefined {
  if (value === undefined) return undefined;
  if (isRecord(value)) {
    const { start, end, groups, next }: TextMatch = value;
    if (typeof start === 'number' || typeof end === 'number' || Array.isArray(groups) || isCallable(next)) return value;
  }
  throw notAMatch();
}

function notAMatch(): EvaluationFailure {
  return new EvaluationFailure(
    'T1010',
    'A function that searches text must give an object with match, start, end, groups and next, or nothing.',
  );
}
