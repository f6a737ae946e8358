import type { Run } from '../engine/run.ts';
import { spendOnText } from './spend-on-text.ts';
import type { TextMatch } from './text-matches.ts';

/**
 * A replacement with the match filled in: `$0` is all of it, `$1` the first group and so on, `$$` a dollar sign. How
 * many digits belong to a number depends on how many groups there are: with nine of them `$10` is `$1` and a zero.
 */
export function fillReplacement(run: Run, replacement: string, { match, groups }: TextMatch): string {
  let dollar = replacement.indexOf('$');
  if (dollar < 0) return replacement;
  spendOnText(run, replacement.length);
  const values: readonly unknown[] = Array.isArray(groups) ? groups : [];
  let filled = '';
  let from = 0;
  while (dollar >= 0) {
    filled += replacement.slice(from, dollar);
    from = dollar + 1;
    const mark = replacement.charAt(from);
    if (mark === '$' || mark === '0') {
      filled += mark === '$' ? '$' : typeof match === 'string' ? match : '';
      from += 1;
    } else {
      const group = groupNumber(replacement, from, values.length);
      if (Number.isNaN(group)) filled += '$';
      else {
        const value = values[group - 1];
        filled += typeof value === 'string' ? value : '';
        from += String(group).length;
      }
    }
    run.checkText(filled.length);
    dollar = replacement.indexOf('$', from);
  }
  return filled + replacement.slice(from);
}

/** NaN when no number stands there. */
function groupNumber(replacement: string, at: number, groupCount: number): number {
  const maxDigits = groupCount === 0 ? 1 : Math.floor(Math.log10(groupCount)) + 1;
  const group = Number.parseInt(replacement.slice(at, at + maxDigits), 10);
  if (maxDigits === 1 || !(group > groupCount)) return group;
  return Number.parseInt(replacement.slice(at, at + maxDigits - 1), 10);
}
