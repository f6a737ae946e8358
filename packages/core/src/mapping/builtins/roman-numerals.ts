import type { Run } from '../engine/run.ts';

const numerals = [
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

/**
 * Writes a number in lower case; 0 gives the empty text. @throws EvaluationFailure `TEXT_TOO_LONG`, because there is no
 * numeral above a thousand
 */
export function numberToRoman(run: Run, number: number): string {
  if (!(number > 0)) return '';
  const thousands = Math.floor(number / 1000);
  run.checkText(thousands);
  run.spend(thousands >> 3);
  let text = 'm'.repeat(thousands);
  let rest = number % 1000;
  for (const [value, numeral] of numerals) {
    for (; rest >= value; rest -= value) text += numeral;
  }
  return text;
}

const values: ReadonlyMap<string, number> = new Map([
  ['M', 1000],
  ['D', 500],
  ['C', 100],
  ['L', 50],
  ['X', 10],
  ['V', 5],
  ['I', 1],
]);

/** Reads a numeral in upper case; a smaller sign before a larger one is subtracted. Anything else gives NaN. */
export function romanToNumber(text: string): number {
  let number = 0;
  let largest = 1;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const value = values.get(text.charAt(at)) ?? Number.NaN;
    if (value < largest) {
      number -= value;
    } else {
      largest = value;
      number += value;
    }
  }
  return number;
}
