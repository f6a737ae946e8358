import { patchMapping } from '../syntax/patch-mapping.ts';
import type { TextEdit } from '../syntax/text-edit.ts';
import { outlineEntries, readOutline, type OutlineEntry } from './outline.ts';

/** Edits of a text that leave everything else unchanged. */
export interface TextPatch {
  readonly edits: readonly TextEdit[];
  /** Position of the caret afterwards. */
  readonly caret: number;
}

export type TargetPatch =
  | { readonly kind: 'patch'; readonly patch: TextPatch }
  /** The field, or one that would contain it, already has an expression, so the person decides what to do with it. */
  | { readonly kind: 'taken'; readonly entry: OutlineEntry }
  /** The text does not build a plain object, so there is no place for the field. */
  | { readonly kind: 'no-place' };

/**
 * Adds a target field with an expression, and the objects around it, to a mapping's text. Existing text does not
 * change.
 */
export function patchTarget(text: string, path: readonly string[], expression: string): TargetPatch {
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

/** Inserts a text at the caret, with a space where two words would otherwise run together. */
export function insertAt(text: string, from: number, to: number, path: string): TextPatch {
  const needsBlank = /[\w$`]$/.test(text.slice(0, from)) && /^[\w$`]/.test(path);
  return replaced({ from, to }, `${needsBlank ? ' ' : ''}${path}`);
}

/** Replaces a part of the text. */
export function replaced({ from, to }: { readonly from: number; readonly to: number }, text: string): TextPatch {
  return { edits: [{ start: from, end: to, text }], caret: from + text.length };
}

const isWritten = ({ value }: OutlineEntry): boolean => value.from < value.to;

/** The field itself, or the innermost one around it that the text contains. */
function deepestEntry(text: string, path: readonly string[]): OutlineEntry | undefined {
  return outlineEntries(readOutline(text).object).findLast((entry) =>
    entry.path.every((name, index) => path[index] === name),
  );
}

function filled(text: string, { value }: OutlineEntry, expression: string): TextPatch {
  return replaced(value, `${text.charAt(value.from - 1) === ':' ? ' ' : ''}${expression}`);
}

/** The last edit contains the expression; earlier edits move it. */
function caretBehind(edits: readonly TextEdit[], expression: string): number {
  const last = edits.at(-1);
  if (last === undefined) return 0;
  const shift = edits.slice(0, -1).reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  return last.start + shift + last.text.lastIndexOf(expression) + expression.length;
}
