/** `@throughline/core/mapping/fields`: the fields that a text builds, as people see and change them without code. */
export { samePath } from '../same-path.ts';
export { fieldsBuiltOnce } from './built-item.ts';
export { editConditionText, readConditionText } from './condition-text.ts';
export { connect } from './connect.ts';
export type { Connection, ConnectionChoice, ConnectInput } from './connection.ts';
export {
  entryAt,
  type MappingOutline,
  objectAt,
  type OutlineEntry,
  type OutlineObject,
  outlineEntries,
  readOutline,
} from './outline.ts';
export { leaveOutEmpty, leavesOutEmpty } from './leave-out-empty.ts';
export { nestedExpression, type FieldShapes } from './nested-expression.ts';
export { nestedSource } from './nested-source.ts';
export { insertAt, patchTarget, replaced, type TextPatch } from './patch-target.ts';
export { pathName } from '../path-name.ts';
export { readTree } from './read-tree.ts';
export { removeField } from './remove-field.ts';
export { pathWithin, sourceOf, type BuiltAround } from './source-path.ts';
export { blankForm, formProblem, isBlank } from './form-problem.ts';
export { blankCondition, startForm } from './start-form.ts';
export { isSingleValue, refusalOf } from './refusal-of.ts';
export { editExpression, editField, type FieldEdit } from './edit-field.ts';
export type { Condition, ConditionRow, FieldForm, FieldFormKind, FieldPath, FormOf, PathStep } from './field-form.ts';
export { editNote, noteOf } from './field-note.ts';
export { objectsAround } from './objects-around.ts';
export { expressionOf, readExpressionForm, readField } from './read-field.ts';
export { conditionSentence, sentenceOf } from './sentence-of.ts';
export { valueKind, type ValueKind } from './value-kind.ts';
export { writeField } from './write-field.ts';
export { writeFieldTexts, type FieldText, type FieldTextRefusal } from './write-fields.ts';
export { variablesFor } from './variables-for.ts';
