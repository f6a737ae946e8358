import { findTarget } from '../syntax/find-target.ts';
import { parseMapping } from '../syntax/parse-mapping.ts';
import { applyEdits, type TextEdit } from '../syntax/text-edit.ts';
import type { FieldForm } from './field-form.ts';
import { mergeExpression } from './merge-expression.ts';
import { nestedExpression, type FieldShapes } from './nested-expression.ts';
import { patchTarget } from './patch-target.ts';
import { readTree } from './read-tree.ts';
import { writeField } from './write-field.ts';

/** Edits of the text, with the position of the caret afterwards, or why nothing is written. */
export type FieldEdit = { readonly edits: readonly TextEdit[]; readonly caret: number } | { readonly reason: string };

/** Makes the field what the form says and touches nothing else of the text; an unchanged form gives no edits. */
export const editField = (text: string, target: readonly string[], form: FieldForm, shapes?: FieldShapes): FieldEdit =>
  edited(text, target, writeField(form), { shapes, form });

/** The same for an expression. */
export const editExpression = (
  text: string,
  target: readonly string[],
  expression: string,
  shapes?: FieldShapes,
): FieldEdit => edited(text, target, expression, { shapes });

/** What is known about a field that the text may not set yet. */
interface Addition {
  /** With shapes, lists around the field are built as lists. */
  readonly shapes: FieldShapes | undefined;
  readonly form?: FieldForm;
}

function edited(text: string, target: readonly string[], expression: string, addition: Addition): FieldEdit {
  const { tree, errors } = parseMapping(expression);
  if (expression.trim() === '') return { reason: 'The field has no expression yet.' };
  if (errors[0] !== undefined) return { reason: errors[0].message };
  const [entry, ...more] = findTarget(readTree(text).root, target).entries;
  if (more.length > 0) return { reason: `${target.join('.')} is written more than once. Change it in the text.` };
  if (entry === undefined || entry.value.kind === 'missing') return added(text, target, expression, addition);
  const edits = mergeExpression(entry.value, { text: expression, node: tree.root });
  return { edits, caret: caretOf(text, edits, entry.value.end) };
}

function added(text: string, target: readonly string[], expression: string, { shapes, form }: Addition): FieldEdit {
  const nested =
    shapes === undefined ? { path: target, expression } : nestedExpression(text, target, expression, { shapes, form });
  const result = patchTarget(text, nested.path, nested.expression);
  if (result.kind === 'patch') return result.patch;
  return result.kind === 'taken'
    ? { reason: `${result.entry.path.join('.')} is set as a whole. Change that first.` }
    : { reason: 'The text does not build an object in which the field has a place.' };
}

/** The end of the field after the edits. */
const caretOf = (text: string, edits: readonly TextEdit[], end: number): number =>
  end + applyEdits(text, edits).length - text.length;
