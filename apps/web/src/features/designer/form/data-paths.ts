import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ExpressionScope } from '#features/jsonata/expression-scope.ts';
import { pathName } from '@throughline/core/mapping/fields';
import { fieldsOf, isList, typeName } from '@throughline/core/mapping/schema-fields';

export interface DataPath {
  readonly path: string;
  readonly type: string;
  readonly title: string | undefined;
  /** The value in the last test or event, shortened. */
  readonly sample: string | undefined;
}

/** The values of the variables in the last test or event, by name. */
export type SampleData = Readonly<Record<string, unknown>>;

const maxDepth = 4;
const maxPaths = 2000;

/**
 * Every path to data that a step can read. Lists are only offered as a whole, because a path into a list gives several
 * values.
 */
export function dataPaths({ variables = {} }: ExpressionScope, samples: SampleData): readonly DataPath[] {
  const found: DataPath[] = [];
  const visit = (schema: JsonSchema, root: JsonSchema, path: string, sample: unknown, depth: number): void => {
    if (found.length >= maxPaths) return;
    // No field needs the results of all steps together.
    if (path !== '$steps') {
      found.push({ path, type: typeName(schema, root), title: schema.title, sample: sampleText(sample) });
    }
    if (depth >= maxDepth || isList(schema, root)) return;
    for (const { name, schema: field } of fieldsOf(schema, root)) {
      visit(field, root, `${path}.${pathName(name)}`, valueIn(sample, name), depth + 1);
    }
  };
  for (const [name, { schema }] of Object.entries(variables)) visit(schema, schema, `$${name}`, samples[name], 0);
  return found;
}

const valueIn = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

function sampleText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? 'item' : 'items'}`;
  if (typeof value === 'object') return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
