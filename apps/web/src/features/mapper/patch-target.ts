import { outlineEntries, readOutline, type OutlineEntry, type OutlineObject } from '#features/jsonata/outline.ts';

/** One insertion into a text: what stood there stays. `to` is behind `from` only where nothing was written. */
export interface TextPatch {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  /** Where the caret goes afterwards. */
  readonly caret: number;
}

export type PatchResult =
  | { readonly kind: 'patch'; readonly patch: TextPatch }
  /** The field has an expression already: the person decides what to do with it. */
  | { readonly kind: 'taken'; readonly entry: OutlineEntry }
  /** The text builds no plain object, or the field's container is a call: no place can be told. */
  | { readonly kind: 'no-place' };

/**
 * Adds a target field with an expression to a mapping's text, where its object ends, in the layout the text has.
 * Missing objects on the way are added too. Nothing that is written changes.
 */
export function patchTarget(text: string, path: readonly string[], expression: string): PatchResult {
  const { object } = readOutline(text);
  if (object === undefined) {
    if (text.trim() !== '') return { kind: 'no-place' };
    const insert = `{\n${field(path, expression, '  ')}\n}`;
    return { kind: 'patch', patch: { from: 0, to: text.length, insert, caret: insert.length - 2 } };
  }
  const entries = new Map(outlineEntries(object).map((entry) => [entry.path.join('\n'), entry]));
  const exact = entries.get(path.join('\n'));
  if (exact !== undefined) return fill(text, exact, expression);
  for (let length = path.length - 1; length > 0; length -= 1) {
    const container = entries.get(path.slice(0, length).join('\n'));
    if (container === undefined) continue;
    return container.object === undefined
      ? { kind: 'taken', entry: container }
      : append(text, container.object, path.slice(length), expression);
  }
  return append(text, object, path, expression);
}

/** Puts a text at the caret, with a blank where two words would run together. */
export function insertAt(text: string, from: number, to: number, path: string): TextPatch {
  const needsBlank = /[\w$`]$/.test(text.slice(0, from)) && /^[\w$`]/.test(path);
  const insert = `${needsBlank ? ' ' : ''}${path}`;
  return { from, to, insert, caret: from + insert.length };
}

function fill(text: string, entry: OutlineEntry, expression: string): PatchResult {
  const { from, to } = entry.value;
  if (from < to) return { kind: 'taken', entry };
  const insert = `${text.charAt(from - 1) === ':' ? ' ' : ''}${expression}`;
  return { kind: 'patch', patch: { from, to, insert, caret: from + insert.length } };
}

function append(text: string, object: OutlineObject, path: readonly string[], expression: string): PatchResult {
  const last = object.entries.at(-1);
  const body = text.slice(object.span.from + 1, object.span.to - 1);
  const isOneLine = last === undefined ? false : !body.includes('\n');
  if (last === undefined) return intoEmpty(text, object, path, expression);
  const from = last.value.to;
  const indent = isOneLine ? '' : indentAt(text, last.key.from);
  const insert = isOneLine ? `, ${oneLine(path, expression)}` : `,\n${field(path, expression, indent)}`;
  return { kind: 'patch', patch: { from, to: from, insert, caret: from + insert.length } };
}

/** An object without fields keeps its comments: the field goes right before the closing brace. */
function intoEmpty(text: string, object: OutlineObject, path: readonly string[], expression: string): PatchResult {
  const close = object.span.to - 1;
  const blank = /\s*$/.exec(text.slice(object.span.from + 1, close))?.[0].length ?? 0;
  const outer = indentAt(text, object.span.from);
  const insert = `\n${field(path, expression, `${outer}  `)}\n${outer}`;
  const from = close - blank;
  return { kind: 'patch', patch: { from, to: close, insert, caret: from + insert.length - 1 - outer.length } };
}

function field([name = '', ...rest]: readonly string[], expression: string, indent: string): string {
  if (rest.length === 0) return `${indent}${JSON.stringify(name)}: ${expression}`;
  return `${indent}${JSON.stringify(name)}: {\n${field(rest, expression, `${indent}  `)}\n${indent}}`;
}

const oneLine = ([name = '', ...rest]: readonly string[], expression: string): string =>
  `${JSON.stringify(name)}: ${rest.length === 0 ? expression : `{ ${oneLine(rest, expression)} }`}`;

/** Blanks at the beginning of the line that holds an offset. */
function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
}
