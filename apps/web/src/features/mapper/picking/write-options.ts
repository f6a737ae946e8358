import { parseMapping } from '@throughline/core/mapping/syntax';
import { matchingOptions } from '#ui/matching-options.ts';
import type { FieldNode } from '../target-fields.ts';

export interface WriteOption {
  /** The id of a source field, or an expression. */
  readonly value: string;
  readonly detail: string;
  readonly isPreferred?: boolean;
}

const mostFields = 50;

/**
 * What a text that is typed for a target field can mean: one of the values that the field allows, an expression, a source
 * field, or the text itself.
 */
export function writeOptions(
  typed: string,
  fields: Iterable<FieldNode>,
  allowed: readonly (string | number | boolean)[] = [],
): WriteOption[] {
  const text = typed.trim();
  const fitting = allowed.filter((value) => String(value).toLowerCase().includes(text.toLowerCase()));
  const values = fitting.map((value) => ({ value: JSON.stringify(value), detail: 'allowed value', isPreferred: true }));
  const named = [...values, ...nearestFields(text, fields)];
  if (text === '' || fitting.includes(text)) return named;
  const isName = /^[\p{L}_][\p{L}\p{N}_. ]*$/u.test(text);
  const isExpression = !isName && parseMapping(text).errors.length === 0;
  const quoted = { value: JSON.stringify(text), detail: 'this text' };
  if (isExpression) return [{ value: text, detail: 'as it is written' }, ...named];
  return [...named, quoted];
}

/** The fields are ranked before they are cut, so that the one that is meant is among them. */
function nearestFields(text: string, fields: Iterable<FieldNode>): WriteOption[] {
  const types = new Map(Array.from(fields, ({ id, type }) => [id, type]));
  const ids = Array.from(types.keys(), (id) => ({ value: id }));
  return matchingOptions(ids, text)
    .slice(0, mostFields)
    .map(({ value }) => ({ value, detail: types.get(value) ?? '' }));
}
