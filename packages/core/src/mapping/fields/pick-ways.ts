import { fieldsOf, isList, resolveRef, schemaAt } from '../schema-fields.ts';
import { pathName } from '../path-name.ts';
import { samePath } from '../same-path.ts';
import { valuesAt } from '../sample-values.ts';
import type { ConnectInput } from './connection.ts';
import type { ConnectionWay } from './connection-way.ts';
import { conversionOf } from './conversion-of.ts';
import type { FieldEnds } from './field-ends.ts';
import { fieldName } from './field-name.ts';
import { joinsOf } from './joins-of.ts';
import type { OutlineObject } from './outline.ts';
import { isItem, pathWithin, sourceExpression } from './source-path.ts';
import { valueKind } from './value-kind.ts';

/** One property that tells the wanted item of a list from the others. */
interface Trait {
  readonly key: string;
  readonly label: string;
  /** The filter of the list. */
  readonly filter: string;
}

const maxWays = 8;
/** A text that has more values than this is no role, state or kind. */
const maxValues = 5;

/**
 * Ways to take the value of one particular item of a list: the one that is marked, or that has one of a few values, or
 * that a marked record of another list names by its id.
 */
export function pickWays(
  input: ConnectInput,
  { source, target }: FieldEnds,
  around: readonly OutlineObject[],
): ConnectionWay[] {
  const length = listLength(input, around);
  const conversion = conversionOf(source.itemKind, target.itemKind);
  if (length === undefined || conversion === 'unknown') return [];
  const path = input.source.slice(0, length);
  const list = pathWithin(around, path);
  const rest = input.source.slice(length);
  return [...ownTraits(input, path), ...joinedTraits(input, path)]
    .slice(0, maxWays)
    .map(({ key, label, filter }): ConnectionWay => {
      const read = `${list}[${filter}][0]${rest.length === 0 ? '' : `.${sourceExpression(rest)}`}`;
      return {
        key: `pick ${key}`,
        label: `The one ${label}`,
        write: () => (conversion === undefined ? read : conversion.write(read)),
      };
    });
}

/** How many names lead to the outermost list that nothing around the field goes through. */
function listLength({ source, sourceSchema }: ConnectInput, around: readonly OutlineObject[]): number | undefined {
  for (let length = 1; length < source.length; length += 1) {
    const path = source.slice(0, length);
    const schema = schemaAt(sourceSchema, path);
    if (schema !== undefined && isList(schema, sourceSchema) && !isItem(around, path)) return length;
  }
  return undefined;
}

/** What the items themselves say, as far as the schema limits it. */
const ownTraits = (input: ConnectInput, list: readonly string[]): Trait[] => traitsOf(input, list, false);

/** What the records that name the items say. Their texts count too if the samples have few values for them. */
function joinedTraits(input: ConnectInput, list: readonly string[]): Trait[] {
  const { sourceSchema } = input;
  return joinsOf(sourceSchema)
    .filter(({ from, to }) => samePath(to, list) && isListAt(input, from))
    .flatMap(({ from, key, id }) =>
      traitsOf(input, from, true).map((trait) => {
        const named = `$$.${sourceExpression(from)}[${trait.filter}][0].${pathName(key)}`;
        return {
          key: `${from.join('.')} ${trait.key}`,
          label: `that an item of ${fieldName(sourceSchema, from)} names ${trait.label}`,
          filter: `${pathName(id)} = ${named}`,
        };
      }),
    );
}

function traitsOf(input: ConnectInput, list: readonly string[], isTextWanted: boolean): Trait[] {
  const { sourceSchema, samples = [] } = input;
  return fieldsOf(schemaAt(sourceSchema, list), sourceSchema).flatMap(({ name, schema }): Trait[] => {
    const kind = valueKind(schema, sourceSchema);
    const title = fieldName(sourceSchema, [...list, name]);
    if (kind === 'boolean' && !/delete/i.test(name))
      return [{ key: name, label: `where ${title} is yes`, filter: `${pathName(name)} = true` }];
    const isWanted = kind === 'choice' || (isTextWanted && kind === 'text' && !/id(__c)?$/i.test(name));
    if (!isWanted) return [];
    const seen = valuesAt(samples, [...list, name]);
    const allowed = resolveRef(schema, sourceSchema).enum ?? [];
    const values = (seen.length > 0 ? seen : allowed).filter((value) => typeof value === 'string');
    return values.length > maxValues
      ? []
      : values.map((value) => ({
          key: `${name} ${value}`,
          label: `where ${title} is “${value}”`,
          filter: `${pathName(name)} = ${JSON.stringify(value)}`,
        }));
  });
}

function isListAt({ sourceSchema }: ConnectInput, path: readonly string[]): boolean {
  const schema = schemaAt(sourceSchema, path);
  return schema !== undefined && isList(schema, sourceSchema);
}
