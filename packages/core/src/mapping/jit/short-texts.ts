import { pad } from '../builtins/pad.ts';
import { trim } from '../builtins/trim.ts';
import type { Run } from '../engine/run.ts';
import { textOf } from '../engine/text-of.ts';

/** `$trim`: most texts have white space only at their ends, if any, and need no regular expression. */
export function trimText(run: Run, text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) === 32) start += 1;
  while (end > start && text.charCodeAt(end - 1) === 32) end -= 1;
  let isBlankBefore = false;
  for (let index = start; index < end; index += 1) {
    const unit = text.charCodeAt(index);
    const isBlank = unit === 32;
    if ((isBlank && isBlankBefore) || unit === 9 || unit === 10 || unit === 13)
      return trim.implementation(run, text) ?? '';
    isBlankBefore = isBlank;
  }
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/** The characters from `start` up to `end`, or undefined if a character of two units is in the way. */
export function cutText(text: string, start: number, end: number): string | undefined {
  const last = Math.min(end, text.length);
  for (let index = 0; index < last; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xd800 && unit <= 0xdfff) return undefined;
  }
  return text.slice(start, end);
}

export function textBefore(text: string, part: string): string {
  const at = text.indexOf(part);
  return at < 0 ? text : text.slice(0, at);
}

export function textAfter(text: string, part: string): string {
  const at = text.indexOf(part);
  return at < 0 ? text : text.slice(at + part.length);
}

export function padText(run: Run, text: string, width: number, fill: string | undefined): string | undefined {
  return pad.implementation(run, text, width, fill);
}

/**
 * A value as text. Whole numbers, and those whose shortest form has at most 15 digits, need no rounding to 15 digits.
 * The prefix "-0." has no significant digits and can make a number look longer than it is, never shorter.
 */
export function valueText(run: Run, value: unknown): string {
  if (typeof value === 'number' && value - value === 0) {
    const text = String(value);
    if (text.length <= 15 || Number.isInteger(value)) return text;
  }
  return textOf(run, value);
}
