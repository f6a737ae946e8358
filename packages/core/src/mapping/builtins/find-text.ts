import type { Run } from '../engine/run.ts';
import { spendOnText } from './spend-on-text.ts';

/**
 * JavaScript's own search is quadratic in the worst case, so it only searches for short parts, and for longer ones in
 * short texts.
 */
const shortPart = 16;
const maxNativeWork = 200_000;

/** Works like `indexOf`, but takes linear time for any two texts. */
export function findText(run: Run, text: string, part: string, from = 0): number {
  if (isQuickSearch(text.length - from, part.length)) {
    spendOnText(run, part.length);
    const at = text.indexOf(part, from);
    spendOnText(run, (at < 0 ? text.length : at) - from);
    return at;
  }
  run.spend(text.length - from + part.length);
  return findLongText(text, part, from);
}

/** Tells whether JavaScript's own search is cheap for these lengths even in the worst case. */
export function isQuickSearch(textLength: number, partLength: number): boolean {
  return partLength <= shortPart || textLength * partLength <= maxNativeWork;
}

/** The search algorithm of Knuth, Morris and Pratt: no unit of the text is visited twice. */
function findLongText(text: string, part: string, from: number): number {
  const borders = bordersOf(part);
  let matched = 0;
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && part.charCodeAt(matched) !== unit) matched = borders[matched - 1] ?? 0;
    if (part.charCodeAt(matched) === unit) matched += 1;
    if (matched === part.length) return at - matched + 1;
  }
  return -1;
}

/** Computes for each prefix of the text the length of its longest proper prefix that is also its suffix. */
function bordersOf(part: string): Int32Array {
  const borders = new Int32Array(part.length);
  let border = 0;
  for (let at = 1; at < part.length; at += 1) {
    const unit = part.charCodeAt(at);
    while (border > 0 && part.charCodeAt(border) !== unit) border = borders[border - 1] ?? 0;
    if (part.charCodeAt(border) === unit) border += 1;
    borders[at] = border;
  }
  return borders;
}
