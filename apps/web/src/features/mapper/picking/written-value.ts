import { patchMapping } from '@throughline/core/mapping/syntax';
import { nestedExpression, patchTarget, type FieldShapes, type TextPatch } from '@throughline/core/mapping/fields';

/** Gives a target field the expression that somebody typed for it. One that is already set is replaced. */
export function writtenValue(
  text: string,
  path: readonly string[],
  expression: string,
  shapes: FieldShapes,
): TextPatch | { readonly reason: string } {
  const nested = nestedExpression(text, path, expression, { shapes });
  const result = patchTarget(text, nested.path, nested.expression);
  if (result.kind === 'patch') return result.patch;
  const name = path.join('.');
  if (result.kind === 'no-place') return { reason: `The text does not build an object in which ${name} has a place.` };
  if (result.entry.path.length < path.length) {
    return { reason: `${result.entry.path.join('.')} is set as a whole, so ${name} has no place in it.` };
  }
  const replaced = patchMapping(text, { operation: 'replace', target: path, expression });
  if (!replaced.isOk) return { reason: replaced.message };
  const [edit] = replaced.edits;
  return { edits: replaced.edits, caret: (edit?.start ?? 0) + expression.length };
}
