import { regexCost } from '../engine/regex-cost.ts';
import { readRegex } from '../engine/regex-tree.ts';

/** Texts up to this length are searched by the ordinary engine, where that is harmless. */
export const quickLength = 250;
const quickSteps = 1_000_000;

/** A regular expression for texts of at most `quickLength`, if these cannot keep V8's backtracking engine busy. */
export function quickRegex(pattern: string, flags: string): RegExp | undefined {
  const { degree, factor } = regexCost(readRegex(pattern), flags.includes('m'));
  return factor * quickLength ** degree <= quickSteps ? new RegExp(pattern, `${flags}g`) : undefined;
}

/** Whether it can be seen at once that no match is empty: only characters and classes, each once or with a plus. */
export function isNeverEmpty(pattern: string): boolean {
  return /^(?:(?:\\[dDsSwW.\-/]|\[(?:[^\]\\]|\\.)+\]|[\w ,;:@#%&=<>~/-])\+?)+$/.test(pattern);
}
