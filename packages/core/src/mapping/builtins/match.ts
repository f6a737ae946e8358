import { EvaluationFailure } from '../engine/failure.ts';
import { emptySequence } from '../engine/value.ts';
import type { Builtin } from './builtin.ts';
import { textMatches } from './text-matches.ts';

export const match = {
  name: 'match',
  signature: '<s-f<s:o>n?:a<o>>',
  parameters: ['text', 'regex', 'limit?'],
  summary: 'Lists the matches of a regular expression in a text, each with its position and its groups.',
  examples: [
    {
      expression: '$match("PO-17, PO-4", /PO-(\\d+)/)',
      result: [
        { match: 'PO-17', index: 0, groups: ['17'] },
        { match: 'PO-4', index: 7, groups: ['4'] },
      ],
    },
    { expression: '$match("aaa", /a/, 1).index', result: 0 },
    { expression: '$match("abc", /x/)' },
    { expression: '$match("abc", /x*/)', error: 'D1004' },
    { expression: '$match("abc", /b/, -1)', error: 'D3040' },
    { expression: '$match(missing, /b/)', input: {} },
  ],
  arity: 3,
  implementation(run, text: string | undefined, matcher: unknown, limit: number = Infinity) {
    if (text === undefined) return undefined;
    if (limit < 0) {
      throw new EvaluationFailure('D3040', `$match cannot give ${limit} matches.`, { value: limit, index: 3 });
    }
    const results = emptySequence();
    if (!(limit > 0)) return results;
    for (const found of textMatches(run, matcher, text)) {
      // Searching past the last wanted match reports errors there, as in the reference.
      if (results.length >= limit) break;
      results.push({ match: found.match, index: found.start, groups: found.groups });
      run.checkItems(results.length);
    }
    return results;
  },
} satisfies Builtin;
