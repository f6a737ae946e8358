import { EvaluationFailure } from '../engine/failure.ts';
import type { Run } from '../engine/run.ts';
import type { Builtin } from './builtin.ts';
import { findText, isQuickSearch } from './find-text.ts';
import { textMatches } from './text-matches.ts';

export const split = {
  name: 'split',
  signature: '<s-(sf)n?:a<s>>',
  parameters: ['text', 'separator', 'limit?'],
  summary: 'Cuts a text into a list at each separator, which is a text or a regular expression.',
  examples: [
    { expression: '$split("GB,DE,US", ",")', result: ['GB', 'DE', 'US'] },
    { expression: '$split("GB; DE,US", /[;,] */, 2)', result: ['GB', 'DE'] },
    { expression: '$split("abc", "")', result: ['a', 'b', 'c'] },
    { expression: '$split("GB", ",")', result: ['GB'] },
    { expression: '$split("a", ",", -1)', error: 'D3020' },
    { expression: '$split(missing, ",")', input: {} },
  ],
  arity: 3,
  implementation(run, text: string | undefined, separator: unknown, limit?: number) {
    if (text === undefined) return undefined;
    if (limit !== undefined && limit < 0) {
      throw new EvaluationFailure('D3020', `$split cannot give ${limit} parts.`, { value: limit, index: 3 });
    }
    if (limit !== undefined && !(limit > 0)) return [];
    if (typeof separator === 'string') return splitAtText(run, text, separator, limit);
    return splitAtMatches(run, text, separator, limit ?? Infinity);
  },
} satisfies Builtin;

function splitAtText(run: Run, text: string, separator: string, limit: number | undefined): string[] {
  if (!isQuickSearch(text.length, separator.length)) return splitAtLongText(run, text, separator, limit ?? Infinity);
  // With an empty separator, each UTF-16 unit becomes a part.
  run.spend(separator === '' ? text.length : text.length >> 3);
  const parts = text.split(separator, limit ?? run.limits.maxItems + 1);
  run.checkItems(parts.length);
  return parts;
}

function splitAtLongText(run: Run, text: string, separator: string, limit: number): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = findText(run, text, separator); at >= 0; at = findText(run, text, separator, from)) {
    if (parts.length >= limit) return parts;
    parts.push(text.slice(from, at));
    run.checkItems(parts.length);
    from = at + separator.length;
  }
  if (parts.length < limit) parts.push(text.slice(from));
  return parts;
}

function splitAtMatches(run: Run, text: string, separator: unknown, limit: number): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of textMatches(run, separator, text)) {
    if (parts.length >= limit) return parts;
    if (typeof start !== 'number' || typeof end !== 'number') {
      throw new EvaluationFailure('T1010', 'A function that splits text must say where its match starts and ends.');
    }
    parts.push(text.substring(from, start));
    run.checkItems(parts.length);
    from = end;
  }
  if (parts.length < limit) parts.push(text.slice(Math.max(0, from)));
  return parts;
}
