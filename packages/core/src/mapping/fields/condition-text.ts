import { ErrorList } from '../syntax/error-list.ts';
import { parseMapping } from '../syntax/parse-mapping.ts';
import { parseTree } from '../syntax/parse-tree.ts';
import { applyEdits } from '../syntax/text-edit.ts';
import type { Condition } from './field-form.ts';
import { mergeExpression } from './merge-expression.ts';
import { readExpressionForm } from './read-field.ts';
import { writeField } from './write-field.ts';

/** The rows of an expression that is only asked whether it holds; undefined if rows could not say the same. */
export function readConditionText(expression: string): Condition | undefined {
  if (parseMapping(expression).errors.length > 0) return undefined;
  const form = readExpressionForm(expression);
  switch (form.kind) {
    case 'check':
      return form.test;
    // A fixed value depends on nothing, and text has nothing to choose.
    case 'constant':
    case 'object':
    case 'text':
      return undefined;
    default:
      return { match: 'all', rows: [{ kind: 'state', value: form, state: 'filled' }] };
  }
}

/** The expression with this condition. Layout and comments of everything that stays the same are kept. */
export function editConditionText(expression: string, condition: Condition): string {
  const text = writeConditionText(condition);
  const old = parseTree(expression, new ErrorList());
  if (expression.trim() === '' || old.rest.length > 0) return text;
  const { root: node } = parseTree(text, new ErrorList());
  return applyEdits(expression, mergeExpression(old.root, { text, node }));
}

/** Where only the answer counts, a value that must be filled needs no conversion to yes or no. */
function writeConditionText(condition: Condition): string {
  const [row] = condition.rows;
  const isValue = condition.rows.length === 1 && row?.kind === 'state' && row.state === 'filled';
  return isValue ? writeField(row.value) : writeField({ kind: 'check', test: condition });
}
