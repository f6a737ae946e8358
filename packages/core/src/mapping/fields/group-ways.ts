import { fieldsOf, listItems } from '../schema-fields.ts';
import type { ConnectionWay } from './connection-way.ts';
import type { FieldEnd } from './field-ends.ts';
import { groupText } from './group-text.ts';
import { pathName } from '../path-name.ts';
import { valueKind, type ValueKind } from './value-kind.ts';

/** Fields that can tell groups apart. */
const keyKinds: ReadonlySet<ValueKind> = new Set(['text', 'choice', 'date', 'boolean']);
const maxKeys = 6;

/** One item per different value of one of the source's fields. */
export function groupWays(source: FieldEnd, target: FieldEnd, indentation: string): ConnectionWay[] {
  const keys = fieldsOf(source.schema, source.root).filter(
    ({ schema }) => listItems(schema, source.root) === undefined && keyKinds.has(valueKind(schema, source.root)),
  );
  return keys.slice(0, maxKeys).map(({ name, schema }): ConnectionWay => {
    const twin = fieldsOf(target.schema, target.root).find((field) => field.name.toLowerCase() === name.toLowerCase());
    const object = twin === undefined ? '{}' : `{ ${JSON.stringify(twin.name)}: $key }`;
    return {
      key: `group ${name}`,
      label: `One item for each different ${schema.title ?? name}`,
      write: ({ expression }) => groupText(expression, pathName(name), object, indentation),
    };
  });
}
