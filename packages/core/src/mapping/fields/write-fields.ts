import { findTarget } from '../syntax/find-target.ts';
import { parseMapping } from '../syntax/parse-mapping.ts';
import { applyEdits, type TextEdit } from '../syntax/text-edit.ts';
import { editNote } from './field-note.ts';
import { readTree } from './read-tree.ts';
import { writeTogether, type FieldExpression } from './write-together.ts';

/** What a field is to say. A part that is absent stays as it is. */
export interface FieldText {
  readonly target: readonly string[];
  /** Empty: the field is removed. */
  readonly expression?: string | undefined;
  /** Empty: its note is removed. */
  readonly note?: string | undefined;
}

export interface FieldTextRefusal {
  /** Its place among the fields. */
  readonly index: number;
  readonly part: 'expression' | 'note';
  readonly reason: string;
}

export type WrittenFieldTexts =
  | { readonly text: string }
  /** Nothing was written. */
  | { readonly refusals: readonly FieldTextRefusal[] };

/**
 * Writes the expressions and notes of many fields, all of them or none. All other characters of the text stay. Fields
 * are written together as far as they can be, so that a long list does not take long.
 */
export function writeFieldTexts(text: string, fields: readonly FieldText[]): WrittenFieldTexts {
  const refusals = fields.flatMap(({ expression }, index): FieldTextRefusal[] => {
    const reason = expression === undefined || expression.trim() === '' ? undefined : syntaxProblem(expression);
    return reason === undefined ? [] : [{ index, part: 'expression', reason }];
  });
  if (refusals.length > 0) return { refusals };
  const { written, rest } = withChangedFields(text, fields);
  const result = writeTogether(written, rest);
  refusals.push(...result.refusals.map((refusal) => ({ ...refusal, part: 'expression' as const })));
  const notes = editsOfNotes(result.text, fields);
  refusals.push(...notes.refusals);
  return refusals.length > 0 ? { refusals } : { text: applyEdits(result.text, notes.edits) };
}

/** Notes stand in front of their fields, so that their places never overlap. */
function editsOfNotes(text: string, fields: readonly FieldText[]) {
  const tree = readTree(text);
  const edits: TextEdit[] = [];
  const refusals: FieldTextRefusal[] = [];
  for (const [index, { target, note }] of fields.entries()) {
    if (note === undefined) continue;
    const own = editNote(tree, target, note);
    if (own !== undefined) edits.push(...own);
    else if (note.trim() !== '') {
      const reason = `The mapping does not set ${target.join('.')}, so there is no place for a note.`;
      refusals.push({ index, part: 'note', reason });
    }
  }
  return { edits, refusals };
}

function syntaxProblem(expression: string): string | undefined {
  const [error] = parseMapping(expression).errors;
  if (error === undefined) return undefined;
  const line = expression.slice(0, error.start).split('\n').length;
  return line === 1 ? error.message : `${error.message} (line ${line} of the cell)`;
}

interface Changed {
  readonly written: string;
  /** The fields that are still to be added or removed. */
  readonly rest: readonly FieldExpression[];
}

/** Replaces expressions that are there. One inside another has to wait, because their places overlap. */
function withChangedFields(text: string, fields: readonly FieldText[]): Changed {
  const { root } = readTree(text);
  const edits: TextEdit[] = [];
  const rest: FieldExpression[] = [];
  for (const [index, { target, expression }] of fields.entries()) {
    if (expression === undefined) continue;
    const [entry, ...more] = findTarget(root, target).entries;
    const wanted = { index, target, expression: expression.trim() };
    const isThere = entry !== undefined && more.length === 0 && entry.value.kind !== 'missing';
    if (!isThere || wanted.expression === '') {
      rest.push(wanted);
      continue;
    }
    const { start, end } = entry.value;
    if (edits.some((other) => start < other.end && other.start < end)) rest.push(wanted);
    else edits.push({ start, end, text: wanted.expression });
  }
  return { written: applyEdits(text, edits), rest };
}
