import { applyCallable } from '../engine/apply-callable.ts';
import { arithmetic, negate } from '../engine/arithmetic.ts';
import { callableOf } from '../engine/callable.ts';
import { checkKey } from '../engine/check-key.ts';
import { compareOrder } from '../engine/compare-order.ts';
import { spendOnConcatenation } from '../engine/concatenate.ts';
import { contextless } from '../engine/contextless.ts';
import { EvaluationFailure } from '../engine/failure.ts';
import { integerRange } from '../engine/integer-range.ts';
import { isEqual, isIncluded, isUnequal } from '../engine/is-equal.ts';
import { lookupKey, lookupName } from '../engine/lookup-name.ts';
import { lookupPath } from '../engine/lookup-path.ts';
import type { Run } from '../engine/run.ts';
import { spendOnCompared } from '../engine/spend-on-compared.ts';
import { textOf } from '../engine/text-of.ts';
import { truthOf } from '../engine/truth-of.ts';
import { asSingleInput, emptySequence, settle } from '../engine/value.ts';
import { roundTo } from './round-to.ts';
import { bailOut } from './bail-out.ts';
import { copyPlain, type Tally } from './copy-plain.ts';
import { distinctItems } from './distinct-items.ts';
import type { QuickRegex } from './quick-regex.ts';
import { cutText, padText, textAfter, textBefore, trimText, valueText } from './short-texts.ts';

/** The functions and constants that generated code uses, by name. */
export const support = {
  bail: bailOut,
  none: [] as readonly unknown[],
  empty: Object.freeze({}),
  arithmetic,
  asSingleInput,
  call,
  callableOf,
  checkKey: checkTextKey,
  compareOrder,
  contextless,
  copyPlain,
  cutText,
  distinctItems,
  integerRange,
  isAllText,
  joinTexts,
  isEqual,
  isIncluded,
  isListOfSingles,
  isPosition,
  hasMatch,
  hasTies,
  isUnequal,
  lookupKey,
  lookupName,
  lookupPath,
  negate,
  nextSlice,
  padText,
  recordOf,
  replaceMatches,
  roundTo,
  selects,
  spendOnCompared,
  spendOnParts,
  sequence,
  settle,
  textAfter,
  textBefore,
  textOf,
  tooLong,
  trimText,
  truthOf,
  valueText,
} as const;

/** Calls a builtin with everything that belongs to a call. */
function call(run: Run, callee: unknown, args: readonly unknown[], context: unknown): unknown {
  return settle(applyCallable(run, callee, args, context));
}

function nextSlice(run: Run, start: number, end: number): void {
  try {
    run.nextSlice();
  } catch (error) {
    throw located(error, start, end);
  }
}

function tooLong(run: Run, length: number, start: number, end: number): void {
  try {
    run.checkText(length);
  } catch (error) {
    throw located(error, start, end);
  }
}

/** Counts the texts that `&` makes of these, as the closures do. */
function spendOnParts(run: Run, parts: readonly string[], start: number, end: number): void {
  try {
    spendOnConcatenation(run, parts);
  } catch (error) {
    throw located(error, start, end);
  }
}

function located(error: unknown, start: number, end: number): unknown {
  if (error instanceof EvaluationFailure) error.range ??= { start, end };
  return error;
}

/** Builds an object with those of the fields that exist. */
function recordOf(keys: readonly string[], values: readonly unknown[], tally: Tally): Record<string, unknown> {
  tally.surprises += 1;
  const record: Record<string, unknown> = {};
  for (const [index, key] of keys.entries()) if (values[index] !== undefined) record[key] = values[index];
  return record;
}

/** Whether a filter selects an item, for a result other than true, false or missing. Positions are not handled here. */
function selects(run: Run, answer: unknown): boolean {
  if (typeof answer === 'number' || Array.isArray(answer)) throw bailOut;
  return truthOf(run, answer);
}

/** Makes the engine's own value from gathered items, for functions that are not generated. */
function sequence(run: Run, items: readonly unknown[]): unknown {
  if (items.length < 2) return items[0];
  run.spend(items.length >> 4);
  const copy = emptySequence();
  for (const item of items) copy.push(item);
  return copy;
}

function isAllText(list: unknown): list is readonly string[] {
  if (!Array.isArray(list) || list.length > 100) return false;
  for (const item of list) if (typeof item !== 'string') return false;
  return true;
}

function joinTexts(run: Run, texts: readonly string[], separator: string): string {
  let length = texts.length * separator.length;
  for (const text of texts) length += text.length;
  if (length > run.limits.maxTextLength) throw bailOut;
  run.spend(length >> 4);
  return texts.join(separator);
}

/** Counts a computed key, which can be a long text, before it is looked up. */
function checkTextKey(run: Run, key: string): void {
  spendOnCompared(run, key);
  checkKey(key);
}

/** A key that JavaScript sorts before all others. */
function isPosition(key: string): boolean {
  const first = key.charCodeAt(0);
  return first >= 48 && first <= 57 && /^\d+$/.test(key);
}

/** Tells whether an input is a list of at least two items, none of which is a list. */
function isListOfSingles(input: unknown): boolean {
  return Array.isArray(input) && input.length > 1 && !input.some(Array.isArray);
}

/** `$replace` of matches that are not empty, with a text that does not refer to groups. */
function replaceMatches(run: Run, text: string, { regex, factor, degree }: QuickRegex, by: string): string {
  run.spend(searchSteps(text, factor, degree));
  regex.lastIndex = 0;
  const replaced = text.replace(regex, by);
  if (replaced.length > run.limits.maxTextLength) throw bailOut;
  run.spend(replaced.length >> 4);
  return replaced;
}

function hasMatch(run: Run, text: string, { regex, factor, degree }: QuickRegex): boolean {
  run.spend(searchSteps(text, factor, degree));
  regex.lastIndex = 0;
  return regex.test(text);
}

/** Counts the worst case of the search. */
function searchSteps({ length }: string, factor: number, degree: number): number {
  return Math.floor((factor * length ** degree) / 16);
}

/** Two objects next to each other have the same values in these fields. */
function hasTies(ranked: readonly Readonly<Record<string, unknown>>[], fields: readonly string[]): boolean {
  return ranked.some((record, index) => {
    const before = ranked[index - 1];
    return before !== undefined && fields.every((field) => before[field] === record[field]);
  });
}
