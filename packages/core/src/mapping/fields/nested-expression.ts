import type { JsonSchema } from '../../connector/json-schema.ts';
import type { FieldForm } from './field-form.ts';
import { nestedSource, type NestedSource } from './nested-source.ts';
import { objectsAround } from './objects-around.ts';
import { sourceOf } from './source-path.ts';

/** What both sides of a mapping look like. */
export interface FieldShapes {
  readonly sourceSchema: JsonSchema;
  readonly targetSchema: JsonSchema;
}

/**
 * The field to add to a text so that a target field gets an expression, with the objects and lists around it that the text
 * does not build yet. A field of a source list builds one item for each of its items, anything else a list of one.
 */
export function nestedExpression(
  text: string,
  target: readonly string[],
  expression: string,
  { shapes, form }: { readonly shapes: FieldShapes; readonly form?: FieldForm | undefined },
): NestedSource {
  const around = objectsAround(text, target);
  if (around.at(-1)?.path.length === target.length - 1) return { path: target, expression };
  const names = form?.kind === 'source' && form.path.every(isPlain) ? form.path.map(({ name }) => name) : [];
  const source = sourceOf(around, names) ?? [];
  return nestedSource({ ...shapes, target, source, around }, (reading) =>
    source.length === 0 ? expression : reading.expression,
  );
}

const isPlain = ({ only, at }: { readonly only?: unknown; readonly at?: unknown }): boolean =>
  only === undefined && at === undefined;
