import { applyCallable } from '../engine/apply-callable.ts';
import { isCallable } from '../engine/callable.ts';
import { EvaluationFailure } from '../engine/failure.ts';
import type { Run } from '../engine/run.ts';
import type { Builtin } from './builtin.ts';
import { findText } from './find-text.ts';
import { Replacement } from './replacement.ts';
import { textMatches, type TextMatch } from './text-matches.ts';

export const replace = {
  name: 'replace',
  signature: '<s-(sf)(sf)n?:s>',
  parameters: ['text', 'pattern', 'replacement', 'limit?'],
  summary:
    'Replaces a part of a text, or the matches of a regular expression, by a text in which $1 is the first group, or by what a function makes of each match.',
  examples: [
    { expression: '$replace("12.50", ".", ",")', result: '12,50' },
    { expression: '$replace("Pike, Ann", /(\\w+), (\\w+)/, "$2 $1")', result: 'Ann Pike' },
    { expression: '$replace("a1b2", /\\d/, function($m) { $string($number($m.match) * 2) })', result: 'a2b4' },
    { expression: '$replace("aaa", "a", "b", 2)', result: 'bba' },
    { expression: '$replace("a", "", "b")', error: 'D3010' },
    { expression: '$replace("a", "a", "b", -1)', error: 'D3011' },
    { expression: '$replace("a", /a/, function($m) { 1 })', error: 'D3012' },
    { expression: '$replace(missing, "a", "b")', input: {} },
  ],
  arity: 4,
  implementation(run, text: string | undefined, pattern: unknown, replacement: unknown, limit: number = Infinity) {
    if (text === undefined) return undefined;
    if (pattern === '') {
      throw new EvaluationFailure('D3010', 'The text to be replaced must not be empty.', { value: pattern, index: 2 });
    }
    if (limit < 0) {
      throw new EvaluationFailure('D3011', `$replace cannot replace ${limit} times.`, { value: limit, index: 4 });
    }
    if (!(limit > 0)) return text;
    return typeof pattern === 'string'
      ? replaceText(run, text, { pattern, replacement, limit })
      : replaceMatches(run, text, { pattern, replacement, limit });
  },
} satisfies Builtin;

/** Characters of the result that count as one step, as a power of two. */
const charactersPerTick = 4;

interface Replacing {
  readonly pattern: unknown;
  readonly replacement: unknown;
  readonly limit: number;
}

function replaceText(run: Run, text: string, { pattern, replacement, limit }: Replacing & { pattern: string }): string {
  let result = '';
  let from = 0;
  for (let count = 0; count < limit; count += 1) {
    const at = findText(run, text, pattern, from);
    if (at < 0) break;
    if (isCallable(replacement)) throw notText(replacement);
    // The reference writes the word "undefined" when there is no replacement.
    const made = text.slice(from, at) + String(replacement);
    run.checkText(result.length + made.length);
    run.spend(made.length >> charactersPerTick);
    result += made;
    from = at + pattern.length;
  }
  result += text.slice(from);
  run.checkText(result.length);
  return result;
}

function replaceMatches(run: Run, text: string, { pattern, replacement, limit }: Replacing): string {
  const substitute = typeof replacement === 'string' ? new Replacement(replacement) : replacement;
  let result = '';
  let from = 0;
  let count = 0;
  for (const found of textMatches(run, pattern, text)) {
    if (count >= limit) break;
    const { match, start } = found;
    if (typeof match !== 'string' || typeof start !== 'number') {
      throw new EvaluationFailure('T1010', 'A function that finds what to replace must give its match and start.');
    }
    const made = text.substring(from, start) + replacementOf(run, substitute, found);
    run.checkText(result.length + made.length);
    run.spend(made.length >> charactersPerTick);
    result += made;
    from = start + match.length;
    count += 1;
  }
  result += text.slice(Math.max(0, from));
  run.checkText(result.length);
  return result;
}

function replacementOf(run: Run, substitute: unknown, found: TextMatch): string {
  if (substitute instanceof Replacement) return substitute.fill(run, found);
  const made = applyCallable(run, substitute, [found], null);
  if (typeof made !== 'string') throw notText(made);
  return made;
}

function notText(value: unknown): EvaluationFailure {
  return new EvaluationFailure('D3012', 'What a match is replaced by must be text.', { value });
}
