import { patchMapping, type TextEdit } from '@throughline/core/mapping/syntax';

import { outlineEntries, readOutline, type OutlineEntry } from '#features/jsonata/outline.ts';

/** Edits of a text that leave everything else as it stands. */
export interface TextPatch {
  readonly edits: readonly TextEdit[];
  /** Where the caret goes afterwards. */
  readonly caret: number;
}

export type PatchResult =
  | { readonly kind: 'patch'; readonly patch: TextPatch }
  /**
   * The field, or one that it would be inside of, already has an expression, so the person decides what to do with it.
   */
  | { readonly kind: 'taken'; readonly entry: OutlineEntry }
  /** The text builds no plain object: no place can be told. */
  | { readonly kind: 'no-place' };

/** Adds a target field with an expression to a mapping's text, and the objects around it. Nothing written changes. */
export function patchTarget(text: string, path: readonly string[], expression: string): PatchResult {
  const whole = text.trim() === '' ? '{\n}' : text;
  const entry = deepestEntry(whole, path);
  if (entry?.path.length === path.length) {
    return isWritten(entry) ? { kind: 'taken', entry } : { kind: 'patch', patch: filled(text, entry, expression) };
  }
  const result = patchMapping(whole, { operation: 'insert', target: path, expression });
  if (!result.isOk) return entry === undefined ? { kind: 'no-place' } : { kind: 'taken', entry };
  const edits = whole === text ? result.edits : [{ start: 0, end: text.length, text: result.text }];
  return { kind: 'patch', patch: { edits, caret: caretBehind(edits, expression) } };
}

/** Puts a text at the caret, with a blank where two words would otherwise run together. */
export function insertAt(text: string, from: number, to: number, path: string): TextPatch {
  const needsBlank = /[\w$`]$/.test(text.slice(0, from)) && /^[\w$`]/.test(path);
  return replaced({ from, to }, `${needsBlank ? ' ' : ''}${path}`);
}

/** Puts a text in the place of a stretch. */
export function replaced({ from, to }: { readonly from: number; readonly to: number }, text: string): TextPatch {
  return { edits: [{ start: from, end: to, text }], caret: from + text.length };
}

const isWritten = ({ value }: OutlineEntry): boolean => value.from < value.to;

/** The field itself, or the innermost one around it that the text has. */
function deepestEntry(text: string, path: readonly string[]): OutlineEntry | undefined {
  return outlineEntries(readOutline(text).object).findLast((entry) =>
    entry.path.every((name, index) => path[index] === name),
  );
}

function filled(text: string, { value }: OutlineEntry, expression: string): TextPatch {
  return replaced(value, `${text.charAt(value.from - 1) === ':' ? ' ' : ''}${expression}`);
}

/** The last edit holds the expression; those before it move it. */
function caretBehind(edits: readonly TextEdit[], expression: string): number {
  const last = edits.at(-1);
  if (last === undefined) return 0;
  const shift = edits.slice(0, -1).reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  return last.start + shift + last.text.lastIndexOf(expression) + expression.length;
}
