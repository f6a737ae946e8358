import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ExpressionCompletion } from './expression-completion.ts';
import { objectAt, readOutline } from '@throughline/core/mapping/fields';
import { fieldsOf, schemaAt, typeName } from '@throughline/core/mapping/schema-fields';

/** Keys of the target that the object around the caret does not have yet, required ones first. */
export function targetKeys(
  text: string,
  from: number,
  caret: number,
  target: JsonSchema | undefined,
): ExpressionCompletion[] {
  if (target === undefined) return [];
  const whole = `${text.slice(0, from)}${text.slice(caret)}`;
  const object = objectAt(readOutline(whole), from);
  if (object === undefined) return [];
  const taken = new Set(object.entries.map(({ name }) => name));
  return fieldsOf(schemaAt(target, object.path), target)
    .filter(({ name }) => !taken.has(name))
    .map(({ name, schema, isRequired }) => ({
      label: `"${name}"`,
      kind: 'key',
      apply: `"${name}": `,
      detail: `${typeName(schema, target)}${isRequired ? ', required' : ''}`,
      ...(schema.description === undefined ? {} : { info: schema.description }),
      boost: isRequired ? 4 : 3,
    }));
}
