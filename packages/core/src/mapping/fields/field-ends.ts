import type { JsonSchema } from '../../connector/json-schema.ts';
import { listItems, schemaAt } from '../schema-fields.ts';
import type { ConnectInput } from './connection.ts';
import { fieldName } from './field-name.ts';
import { itemKind, valueKind, type ValueKind } from './value-kind.ts';

/** One end of a line: a field, what it takes or gives, and what people call it. */
export interface FieldEnd {
  readonly schema: JsonSchema;
  readonly root: JsonSchema;
  readonly name: string;
  readonly kind: ValueKind;
  /** The kind of its items if it is a list, otherwise `kind`. */
  readonly itemKind: ValueKind;
  readonly items: JsonSchema | undefined;
}

export interface FieldEnds {
  readonly source: FieldEnd;
  readonly target: FieldEnd;
}

/** Both ends of a line. A field that its schema does not declare can be anything. */
export const endsOf = ({ source, target, sourceSchema, targetSchema }: ConnectInput): FieldEnds => ({
  source: endOf(sourceSchema, source),
  target: endOf(targetSchema, target),
});

function endOf(root: JsonSchema, path: readonly string[]): FieldEnd {
  const schema = schemaAt(root, path) ?? {};
  return {
    schema,
    root,
    name: fieldName(root, path),
    kind: valueKind(schema, root),
    itemKind: itemKind(schema, root),
    items: listItems(schema, root),
  };
}
