import { callableOf, type Callable } from './callable.ts';
import { failureOf } from './failure-of.ts';
import type { Run } from './run.ts';
import type { SafeRegex } from './safe-regex.ts';

/**
 * A regular expression as a function: given a text (and a start position) it returns its first match, whose `next`
 * returns the following one. Each value keeps its own position in the text.
 * @param regex not shared with any other value; with the flag `g`
 */
export function regexCallable(regex: SafeRegex): Callable {
  const matchFrom = (run: Run, text: string, from: number): object | undefined => {
    regex.lastIndex = from;
    const match = regex.exec(run, text);
    if (match === null) return undefined;
    const [whole, ...groups] = match;
    const following = (): unknown => {
      if (regex.lastIndex >= text.length) return undefined;
      const found = matchFrom(run, text, regex.lastIndex) as { match: string } | undefined;
      if (found?.match === '') throw failureOf('D1004', { value: regex.source });
      return found;
    };
    return {
      match: whole,
      start: match.index,
      end: match.index + whole.length,
      groups,
      next: callableOf(following, { arity: 0, label: 'next', check: undefined, kind: 'builtin' }),
    };
  };
  const callable = callableOf((run, [text, from]) => matchFrom(run, searchedText(run, text), placeIn(run, from)), {
    arity: 2,
    label: undefined,
    check: undefined,
    kind: 'regex',
  });
  callable.regex = regex;
  return callable;
}

/** Converts other values to text like JavaScript. A function has no text, least of all its source code. */
function searchedText(run: Run, value: unknown): string {
  if (--run.ticks < 0) run.nextSlice();
  if (typeof value === 'function') return '';
  if (Array.isArray(value)) return searchedList(run, value);
  return typeof value === 'object' && value !== null ? '[object Object]' : String(value);
}

/** A small list can contain the same value many times, so the work of joining is counted. */
function searchedList(run: Run, list: readonly unknown[]): string {
  let joined = '';
  for (const [index, item] of list.entries()) {
    joined += (index === 0 ? '' : ',') + (item === null || item === undefined ? '' : searchedText(run, item));
    run.checkText(joined.length);
  }
  return joined;
}

/** Reads the second argument as a position in the text, because a higher-order function can pass anything there. */
function placeIn(run: Run, from: unknown): number {
  return Number(typeof from === 'object' && from !== null ? searchedText(run, from) : from) || 0;
}
