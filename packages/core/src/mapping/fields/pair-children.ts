import type { JsonSchema } from '../../connector/json-schema.ts';
import { fieldsOf, listItems, type SchemaField } from '../schema-fields.ts';
import { conversionOf } from './conversion-of.ts';
import { pathName } from '../path-name.ts';
import { isContainer, itemKind } from './value-kind.ts';

/** An object with a field for each pair of equal names. */
export interface PairedChildren {
  readonly expression: string;
  readonly entries: readonly { readonly name: string; readonly value: string }[];
  readonly paired: number;
  readonly total: number;
}

interface Side {
  readonly schema: JsonSchema;
  readonly root: JsonSchema;
}

const maxDepth = 6;

/**
 * Builds an object from the fields of another that have the same names; case, signs and a custom field's ending do not
 * matter.
 *
 * @param reading how the text reads the source object; `$` for the item itself
 * @param indentation of the line with the closing brace
 */
export function pairChildren(
  reading: string,
  source: Side,
  target: Side,
  indentation: string,
  depth = 0,
): PairedChildren {
  const prefix = reading === '$' ? '' : `${reading}.`;
  const fields = fieldsOf(target.schema, target.root);
  const sources = new Map(fieldsOf(source.schema, source.root).map((field) => [plainName(field.name), field] as const));
  const inner = `${indentation}  `;
  const entries = fields.flatMap((field) => {
    const twin = sources.get(plainName(field.name));
    const value = twin && valueOf(`${prefix}${pathName(twin.name)}`, { twin, field, source, target, inner, depth });
    return value === undefined ? [] : [{ name: field.name, value }];
  });
  const lines = entries.map(({ name, value }) => `${inner}${JSON.stringify(name)}: ${value}`);
  const expression = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indentation}}`;
  return { expression, entries, paired: entries.length, total: fields.length };
}

/** What two names have in common that are spelled differently in two systems. */
const plainName = (name: string): string =>
  name
    .replace(/__c$/, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

interface Twins {
  readonly twin: SchemaField;
  readonly field: SchemaField;
  readonly source: Side;
  readonly target: Side;
  readonly inner: string;
  readonly depth: number;
}

function valueOf(reading: string, { twin, field, source, target, inner, depth }: Twins): string | undefined {
  if (field.schema.readOnly === true) return undefined;
  const from = itemKind(twin.schema, source.root);
  const to = itemKind(field.schema, target.root);
  const isSourceList = listItems(twin.schema, source.root) !== undefined;
  const isTargetList = listItems(field.schema, target.root) !== undefined;
  if (isSourceList && !isTargetList) return undefined;
  if (from === 'object' && to === 'object') {
    if (depth >= maxDepth) return undefined;
    const inside = pairChildren(
      isSourceList ? '$' : reading,
      { schema: twin.schema, root: source.root },
      { schema: field.schema, root: target.root },
      inner,
      depth + 1,
    );
    if (inside.paired === 0) return undefined;
    if (!isTargetList) return inside.expression;
    return isSourceList ? `[${reading}.${inside.expression}]` : `[${inside.expression}]`;
  }
  if (isContainer(from) !== isContainer(to) && from !== 'any' && to !== 'any') return undefined;
  const conversion = conversionOf(from, to);
  if (conversion === 'unknown') return undefined;
  if (!isTargetList) return conversion === undefined ? reading : conversion.write(reading);
  if (conversion === undefined) return isSourceList ? reading : `[${reading}]`;
  return isSourceList ? `[${reading}.${conversion.write('$')}]` : `[${conversion.write(reading)}]`;
}
