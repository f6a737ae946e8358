import type { JsonSchema } from '../../../connector/json-schema.ts';

/** What a value is, as far as its schema tells. It decides which other values fit, and how they are converted. */
export type FieldKind =
  | 'any'
  | 'boolean'
  | 'country'
  | 'currency'
  | 'date'
  | 'decimal'
  | 'email'
  | 'choice'
  | 'id'
  | 'instant'
  | 'list'
  | 'money'
  | 'number'
  | 'text'
  | 'url';

/** The kind of a field without fields of its own. Ids are recognised by their names, not here. */
export function fieldKind(schema: JsonSchema): Exclude<FieldKind, 'id' | 'money'> {
  if (isScalarList(schema)) return 'list';
  if (schema.enum !== undefined) return 'choice';
  const types = typesOf(schema).filter((type) => type !== 'null');
  if (types.length === 0) return 'any';
  if (types.includes('string')) return kindOfText(schema);
  if (types.includes('number') || types.includes('integer')) return 'number';
  return types.includes('boolean') ? 'boolean' : 'any';
}

function kindOfText({ format, pattern }: JsonSchema): Exclude<FieldKind, 'id' | 'money'> {
  switch (format) {
    case 'date':
      return 'date';
    case 'date-time':
      return 'instant';
    case 'email':
      return 'email';
    case 'uri':
      return 'url';
    default:
      break;
  }
  if (pattern === undefined) return 'text';
  if (pattern === '^[A-Z]{3}$') return 'currency';
  if (pattern === '^[A-Z]{2}$') return 'country';
  // A pattern that takes "12.50" but not "x" describes a decimal.
  return /\\d|\[0-9\]/.test(pattern) && /\\\./.test(pattern) ? 'decimal' : 'text';
}

const isScalarList = (schema: JsonSchema): boolean => typesOf(schema).includes('array') || schema.items !== undefined;

const typesOf = ({ type }: JsonSchema): readonly string[] => (typeof type === 'string' ? [type] : (type ?? []));
