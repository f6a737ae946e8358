import type { JsonSchema } from '../../connector/json-schema.ts';
import { fieldsOf, listItems, resolveRef } from '../schema-fields.ts';

/** What a schema says about a value, as far as it decides how one field can feed another. */
export type ValueKind =
  | 'any'
  | 'text'
  | 'choice'
  | 'decimal'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'date'
  | 'date-time'
  | 'money'
  | 'object'
  | 'list';

/** The kind of a schema's values. Unions of several kinds are `any`. */
export function valueKind(schema: JsonSchema, root: JsonSchema): ValueKind {
  const resolved = resolveRef(schema, root);
  if (listItems(resolved, root) !== undefined) return 'list';
  if (fieldsOf(resolved, root).length > 0) return isMoney(resolved, root) ? 'money' : 'object';
  const options = [...(resolved.anyOf ?? []), ...(resolved.oneOf ?? [])];
  const types = (typeof resolved.type === 'string' ? [resolved.type] : (resolved.type ?? [])).filter(
    (type) => type !== 'null',
  );
  if (types.length === 0 && options.length > 0) {
    const kinds = new Set(options.filter(({ type }) => type !== 'null').map((option) => valueKind(option, root)));
    const [only, ...others] = kinds;
    return only === undefined || others.length > 0 ? 'any' : only;
  }
  const [type, ...others] = types;
  if (type === undefined || others.length > 0) return 'any';
  switch (type) {
    case 'string':
      return textKind(resolved);
    case 'number':
    case 'integer':
    case 'boolean':
    case 'object':
      return type;
    default:
      return 'any';
  }
}

/** The kind of the items if it is a list, and of the value itself otherwise. */
export function itemKind(schema: JsonSchema, root: JsonSchema): ValueKind {
  const items = listItems(schema, root);
  return valueKind(items ?? schema, root);
}

/** A value with fields of its own. An amount of money is a value for most purposes, but it has fields too. */
export const isContainer = (kind: ValueKind): boolean => kind === 'object' || kind === 'money';

function textKind({ format, pattern, enum: values }: JsonSchema): ValueKind {
  if (values !== undefined) return 'choice';
  if (format === 'date' || format === 'date-time') return format;
  return format === 'decimal' || pattern === decimalPattern ? 'decimal' : 'text';
}

/** How the canonical entities describe a decimal text. */
const decimalPattern = String.raw`^-?(0|[1-9]\d*)(\.\d+)?$`;

function isMoney(schema: JsonSchema, root: JsonSchema): boolean {
  const names = fieldsOf(schema, root).map(({ name }) => name);
  return names.length === 2 && names.includes('amount') && names.includes('currency');
}
