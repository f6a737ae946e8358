import type { Builtin } from './builtin.ts';
import { countCharacters } from './count-characters.ts';
import { sliceCharacters } from './slice-characters.ts';
import { spendOnText } from './spend-on-text.ts';

export const substring = {
  name: 'substring',
  signature: '<s-nn?:s>',
  parameters: ['text', 'start', 'length?'],
  summary: 'Cuts a part out of a text; positions count from 0, negative ones from the end.',
  examples: [
    { expression: '$substring("OPP-2026-17", 4, 4)', result: '2026' },
    { expression: '$substring("OPP-2026-17", -2)', result: '17' },
    { expression: '$substring("OPP", 5)', result: '' },
    { expression: '$substring(missing, 1)', input: {} },
  ],
  arity: 3,
  implementation(run, text: string | undefined, start: number = Number.NaN, length?: number) {
    if (text === undefined) return undefined;
    spendOnText(run, text.length);
    const total = start < 0 ? countCharacters(text) : 0;
    const from = total + start < 0 ? 0 : start;
    if (length === undefined) return sliceCharacters(text, from);
    if (length <= 0) return '';
    return sliceCharacters(text, from, (from >= 0 ? from : total + from) + length);
  },
} satisfies Builtin;
