import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { ownValue } from '@throughline/core/connector/own-value';
import { isCustomField } from './describe.ts';
import { selectExpression } from './sql.ts';
import { tables } from './tables.ts';
import type { TableBinding } from './tables.ts';

export interface Selection {
  readonly binding: TableBinding;
  readonly fields: readonly string[];
  readonly schema: (name: string) => JsonSchema | undefined;
  readonly column: (name: string) => string;
}

/** The fields of an object that a SuiteQL query can show: the bound fields, and this account's custom header fields. */
export function selectionOf(object: ObjectManifest, { properties = {} }: JsonSchema): Selection {
  const binding = ownValue(tables, object.name);
  if (binding === undefined) throw new Error(`No SuiteQL table is bound to ${object.name}.`);
  const isScalar = ({ type }: JsonSchema): boolean => type !== 'object' && type !== 'array';
  const custom = Object.entries(properties)
    .filter(([name, schema]) => isCustomField(name) && isScalar(schema))
    .map(([name]) => name);
  return {
    binding,
    fields: [...binding.fields, ...custom],
    schema: (name) => ownValue(object.schema.properties, name) ?? ownValue(properties, name),
    column: (name) => ownValue(binding.columns, name) ?? `r.${name.toLowerCase()}`,
  };
}

/** Each field under its name in lower case, which is how SuiteQL answers anyway. */
export function selectList({ fields, schema, column }: Selection): string {
  return fields.map((name) => `${selectExpression(column(name), schema(name))} AS ${name.toLowerCase()}`).join(', ');
}
