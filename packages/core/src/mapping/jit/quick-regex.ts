import { regexCost } from '../engine/regex-cost.ts';
import { readRegex } from '../engine/regex-tree.ts';

/** Texts up to this length are searched by the ordinary engine, if that is harmless. */
export const quickLength = 250;
const quickSteps = 1_000_000;

/** A regular expression for short texts. A search in a text of length n takes at most `factor * n ** degree` steps. */
export interface QuickRegex {
  readonly regex: RegExp;
  readonly factor: number;
  readonly degree: number;
}

/** Undefined if a text of at most `quickLength` can keep V8's backtracking engine busy. */
export function quickRegex(pattern: string, flags: string): QuickRegex | undefined {
  const { degree, factor } = regexCost(readRegex(pattern), flags.includes('m'));
  if (factor * quickLength ** degree > quickSteps) return undefined;
  return { regex: new RegExp(pattern, `${flags}g`), factor, degree };
}

/**
 * Tells whether a match can never be empty, as far as that is obvious: only characters and classes, each once or with a
 * plus.
 */
export function isNeverEmpty(pattern: string): boolean {
  return /^(?:(?:\\[dDsSwW.\-/]|\[(?:[^\]\\]|\\.)+\]|[\w ,;:@#%&=<>~/-])\+?)+$/.test(pattern);
}
