import type { JsonSchema } from '../../connector/json-schema.ts';
import { listItems, resolveRef } from '../schema-fields.ts';
import { isContainer, itemKind, valueKind } from './value-kind.ts';

/** A value without fields of its own, of which there is one. Such a value can decide about a field with fields. */
export const isSingleValue = (source: JsonSchema, root: JsonSchema): boolean =>
  !isContainer(itemKind(source, root)) && listItems(source, root) === undefined;

/** Why a source cannot be put on a target; cheap enough to call for every visible row. */
export function refusalOf(
  source: JsonSchema,
  sourceRoot: JsonSchema,
  target: JsonSchema,
  targetRoot: JsonSchema,
): string | undefined {
  if (resolveRef(target, targetRoot).readOnly === true)
    return 'The system sets this field itself. It cannot be written.';
  const from = itemKind(source, sourceRoot);
  const to = itemKind(target, targetRoot);
  if (from === 'any' || to === 'any') return undefined;
  const isTargetList = listItems(target, targetRoot) !== undefined;
  if (to === 'object' && !isContainer(from)) {
    return isTargetList
      ? 'The items of this list have fields of their own. Put the source on one of those.'
      : 'This field has fields of its own. Put the source on one of those.';
  }
  if (from === 'object' && !isContainer(to) && !canCount(source, sourceRoot, target, targetRoot)) {
    return listItems(source, sourceRoot) === undefined
      ? 'The source has fields of its own, and this field takes a single value. Choose one of its fields.'
      : 'The items of the source have fields of their own, and this field takes a single value. Choose one of their fields.';
  }
  if (to === 'money' && (from === 'boolean' || from === 'date' || from === 'date-time'))
    return 'This field takes an amount of money. The source can never be one.';
  return undefined;
}

/** A list can always be counted. */
function canCount(source: JsonSchema, sourceRoot: JsonSchema, target: JsonSchema, targetRoot: JsonSchema): boolean {
  const to = valueKind(target, targetRoot);
  return listItems(source, sourceRoot) !== undefined && (to === 'number' || to === 'integer' || to === 'text');
}
