import type { JsonSchema } from '../../connector/json-schema.ts';
import type { Step } from '../step.ts';
import type { ValidationContext } from '../validation-context.ts';
import { isCustomField, objectOf } from './objects.ts';
import { known } from './step-report.ts';

const writeOutputs = ['id', 'effect', 'externalId', 'error'];

/**
 * Reports a field that a step's output does not have, as far as the output is known: for records read from a system,
 * and for writes. Undefined when the field exists, or when that cannot be determined.
 */
export function outputProblem(step: Step, names: readonly string[], context: ValidationContext): string | undefined {
  const [first] = names;
  if (first === undefined || first === 'error') return undefined;
  if (step.kind === 'write' && !writeOutputs.includes(first)) {
    return `a write gives ${writeOutputs.slice(0, 3).join(', ')} and nothing else.`;
  }
  if (step.kind !== 'read') return undefined;
  const found = objectOf(step.config.connection, step.config.object, context);
  if (found === undefined || step.config.include.includes(first)) return undefined;
  const { object, manifest } = found;
  return missingIn(object.schema, names, object.title, (name) => isCustomField(manifest, name));
}

function missingIn(
  schema: JsonSchema,
  [name, ...rest]: readonly string[],
  title: string,
  isCustom: (name: string) => boolean,
): string | undefined {
  const inner = schema.items ?? schema;
  if (name === undefined || inner.properties === undefined || isOpen(inner)) return undefined;
  const next = Object.hasOwn(inner.properties, name) ? inner.properties[name] : undefined;
  if (next !== undefined) return missingIn(next, rest, `${title}.${name}`, isCustom);
  return isCustom(name) ? undefined : `${title} has no field "${name}". ${known(name, Object.keys(inner.properties))}`;
}

/** True when the value may have fields that the schema does not name. */
export const isOpen = ({ additionalProperties }: JsonSchema): boolean =>
  additionalProperties !== undefined && additionalProperties !== false;
