import type { Run } from '../engine/run.ts';
import { spendOnText } from './spend-on-text.ts';
import type { TextMatch } from './text-matches.ts';

/** A parsed replacement: texts, and numbers of groups, of which 0 is the whole match. */
type ReplacementPart = string | number;

/**
 * Fills matches into a replacement: `$0` is the whole match, `$1` its first group and so on, `$$` a dollar sign. How
 * many digits belong to a number depends on how many groups there are: with nine of them, `$10` is `$1` and a zero.
 */
export class Replacement {
  readonly #text: string;
  #parts: readonly ReplacementPart[] = [];
  #groupCount = -1;

  constructor(text: string) {
    this.#text = text;
  }

  fill(run: Run, { match, groups }: TextMatch): string {
    const values: readonly unknown[] = Array.isArray(groups) ? groups : [];
    if (this.#groupCount !== values.length) {
      spendOnText(run, this.#text.length);
      this.#groupCount = values.length;
      this.#parts = partsOf(this.#text, values.length);
    }
    run.spend(this.#parts.length);
    let filled = '';
    for (const part of this.#parts) {
      const value = typeof part === 'string' ? part : part === 0 ? match : values[part - 1];
      if (typeof value === 'string') filled += value;
      if (filled.length > run.limits.maxTextLength) run.checkText(filled.length);
    }
    run.checkText(filled.length);
    return filled;
  }
}

function partsOf(replacement: string, groupCount: number): ReplacementPart[] {
  const parts: ReplacementPart[] = [];
  let from = 0;
  for (let dollar = replacement.indexOf('$'); dollar >= 0; dollar = replacement.indexOf('$', from)) {
    parts.push(replacement.slice(from, dollar));
    from = dollar + 1;
    const mark = replacement.charAt(from);
    const group = mark === '0' ? 0 : groupNumber(replacement, from, groupCount);
    if (mark === '$' || Number.isNaN(group)) {
      parts.push('$');
      from += mark === '$' ? 1 : 0;
    } else {
      parts.push(group);
      from += String(group).length;
    }
  }
  parts.push(replacement.slice(from));
  return parts;
}

/** NaN when there is no number at this position. */
function groupNumber(replacement: string, at: number, groupCount: number): number {
  const maxDigits = groupCount === 0 ? 1 : Math.floor(Math.log10(groupCount)) + 1;
  const group = Number.parseInt(replacement.slice(at, at + maxDigits), 10);
  if (maxDigits === 1 || !(group > groupCount)) return group;
  return Number.parseInt(replacement.slice(at, at + maxDigits - 1), 10);
}
