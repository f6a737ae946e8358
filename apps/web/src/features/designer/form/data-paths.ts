import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ExpressionScope, ScopeVariable } from '#features/jsonata/expression-scope.ts';
import { pathName } from '@throughline/core/mapping/fields';
import { fieldsOf, isList, typeName } from '@throughline/core/mapping/schema-fields';

export interface DataPath {
  readonly path: string;
  /** What people call it: the trigger or step, then a field inside a field, each by its title if it has one. */
  readonly names: readonly string[];
  readonly type: string;
  /** The value in the last test or event, shortened. */
  readonly sample: string | undefined;
  /** It is about the run itself and not about its data. */
  readonly isAboutRun: boolean;
}

/** The values of the variables in the last test or event, by name. */
export type SampleData = Readonly<Record<string, unknown>>;

interface Place {
  readonly schema: JsonSchema;
  readonly path: string;
  readonly names: readonly string[];
  readonly sample: unknown;
  readonly depth: number;
}

const maxDepth = 4;
const maxPaths = 2000;

/**
 * Every path to data that a step can read, what is about the run itself last. Lists are only offered as a whole, because
 * a path into a list gives several values.
 */
export function dataPaths({ variables = {} }: ExpressionScope, samples: SampleData): readonly DataPath[] {
  const found: DataPath[] = [];
  const visit = ({ schema, path, names, sample, depth }: Place, root: JsonSchema, isAboutRun: boolean): void => {
    if (found.length >= maxPaths) return;
    // No field needs the results of all steps together.
    if (path !== '$steps')
      found.push({ path, names, type: typeName(schema, root), sample: sampleText(sample), isAboutRun });
    if (depth >= maxDepth || isList(schema, root)) return;
    for (const { name, schema: field } of fieldsOf(schema, root)) {
      const inside = {
        schema: field,
        path: `${path}.${pathName(name)}`,
        names: [...names, field.title ?? name],
        sample: valueIn(sample, name),
        depth: depth + 1,
      };
      visit(inside, root, isAboutRun);
    }
  };
  for (const [name, variable] of Object.entries(variables).toSorted(aboutRunLast)) {
    const { schema } = variable;
    const names = name === 'steps' ? [] : [nameOfVariable(name, variable)];
    visit({ schema, path: `$${name}`, names, sample: samples[name], depth: 0 }, schema, name === 'flow');
  }
  return found;
}

const aboutRunLast = ([one]: [string, ScopeVariable], [other]: [string, ScopeVariable]): number =>
  Number(one === 'flow') - Number(other === 'flow');

/** Triggers are called what their author calls them; the other descriptions are phrases. */
const nameOfVariable = (name: string, { detail = name }: ScopeVariable): string =>
  detail.trim() === '' ? name : `${detail.charAt(0).toUpperCase()}${detail.slice(1)}`;

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
