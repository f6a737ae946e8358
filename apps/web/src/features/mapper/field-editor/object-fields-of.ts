import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { fieldsOf, schemaAt } from '@throughline/core/mapping/schema-fields';
import { allowedValues } from './allowed-values.ts';

/** A field of an object that a form can build. */
export interface ObjectField {
  readonly name: string;
  /** The only values that it takes; none if it takes any. */
  readonly allowed: readonly (string | number | boolean)[];
  readonly fields: readonly ObjectField[];
}

const deepest = 3;

/** The fields of an object, or of each item of a list, at a path; none if it is a plain value. */
export function objectFieldsOf(root: JsonSchema, path: readonly string[], depth = 0): readonly ObjectField[] {
  if (depth === deepest) return [];
  return fieldsOf(schemaAt(root, path), root).map(({ name }) => ({
    name,
    allowed: allowedValues(root, [...path, name]),
    fields: objectFieldsOf(root, [...path, name], depth + 1),
  }));
}
