import type { Run } from '../engine/run.ts';
import type { Builtin } from './builtin.ts';
import { countCharacters } from './count-characters.ts';
import { sliceCharacters } from './slice-characters.ts';
import { spendOnText } from './spend-on-text.ts';

export const pad = {
  name: 'pad',
  signature: '<s-ns?:s>',
  parameters: ['text', 'width', 'fill?'],
  summary: 'Fills a text up to a width, at its end or, when the width is negative, at its start.',
  examples: [
    { expression: '$pad("17", -5, "0")', result: '00017' },
    { expression: '$pad("ab", 5) & "|"', result: 'ab   |' },
    { expression: '$pad("ab", 7, "-=")', result: 'ab-=-=-' },
    { expression: '$pad("Halden", 3)', result: 'Halden' },
    { expression: '$pad(missing, 3)', input: {} },
  ],
  arity: 3,
  implementation(run, text: string | undefined, width: number, fill?: string) {
    if (text === undefined) return undefined;
    spendOnText(run, text.length);
    const missing = Math.abs(Math.trunc(width)) - countCharacters(text);
    if (!(missing > 0)) return text;
    const padding = paddingOf(run, missing, fill === undefined || fill === '' ? ' ' : fill, text.length);
    return width > 0 ? text + padding : padding + text;
  },
} satisfies Builtin;

function paddingOf(run: Run, characters: number, fill: string, textLength: number): string {
  spendOnText(run, fill.length);
  const perFill = countCharacters(fill);
  const length = Math.floor(characters / perFill) * fill.length;
  run.checkText(textLength + length);
  spendOnText(run, length);
  return fill.repeat(Math.floor(characters / perFill)) + sliceCharacters(fill, 0, characters % perFill);
}
