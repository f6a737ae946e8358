import { createMappingChecker, type CheckedMapping } from '../../mapping/analysis/create-mapping-checker.ts';
import type { MappingProblemCode } from '../../mapping/analysis/problem.ts';
import type { Value } from '../../mapping/analysis/value.ts';
import type { MappingDocument } from '../../mapping/document.ts';
import { resolveSchema } from '../../mapping/resolve-schema.ts';
import { expressionOf } from '../field-value.ts';
import type { Problem } from '../problem.ts';
import type { StepOf } from '../step.ts';
import type { ValidationContext } from '../validation-context.ts';
import type { VisitedStep } from '../walk.ts';
import { objectOf } from './objects.ts';
import { ownValue } from '../../connector/own-value.ts';
import { stepProblem } from './step-report.ts';
import { withLoopItems, type FlowShapes } from './step-shapes.ts';

/** A value that cannot be right in a field of the written record, whatever the data. */
const certain: ReadonlySet<MappingProblemCode> = new Set(['WRONG_TYPE', 'LIST_FOR_ONE', 'ONE_FOR_LIST']);

/**
 * Compares the types that a write builds with its object, for single fields and for records that come from elsewhere.
 */
export function recordTypeProblems(
  at: VisitedStep,
  step: StepOf<'write'>,
  shapes: FlowShapes,
  context: ValidationContext,
): Problem[] {
  const { config, name } = step;
  const found = objectOf(config.connection, config.object, context);
  const mapping = config.mapping === undefined ? undefined : ownValue(context.mappings, config.mapping);
  const text = mapping?.text ?? (config.record && withLoopItems(expressionOf(config.record), at));
  if (found === undefined || text === undefined || config.operation === 'delete') return [];
  const { manifest, object } = found;
  const checked = checkRecordText(
    text,
    mapping,
    shapes,
    context,
    `${manifest.id}/${object.name}`,
    () => resolveSchema({ kind: 'object', system: manifest.id, object: object.name }, context).schema,
  );
  const below = mapping === undefined ? '/record' : '/mapping';
  const who = mapping === undefined ? `The record of "${name}"` : `The mapping "${config.mapping}" of "${name}"`;
  const required = config.operation === 'update' ? [] : (object.write?.requiredOnCreate ?? []);
  const absent = absentFields(
    checked.result,
    required.filter((field) => field !== object.identity.external),
  );
  return [
    ...checked.problems
      .filter(({ code, severity }) => severity === 'error' && certain.has(code))
      .map(({ message }) =>
        stepProblem(at, below, 'SCHEMA_MISMATCH', `${who} does not fit ${object.title}: ${message}`),
      ),
    ...absent.map((field) =>
      stepProblem(
        at,
        below,
        'MISSING_REQUIRED_FIELD',
        `${who} leaves out "${field}", which ${object.title} needs. Add it.`,
      ),
    ),
  ];
}

const checkedMappings = new WeakMap<MappingDocument, Map<string, CheckedMapping>>();

/** A mapping is checked once per object, because the result does not depend on the flow. */
function checkRecordText(
  text: string,
  mapping: MappingDocument | undefined,
  shapes: FlowShapes,
  context: ValidationContext,
  objectName: string,
  target: () => ReturnType<typeof resolveSchema>['schema'],
): CheckedMapping {
  if (mapping === undefined)
    return createMappingChecker({ ...shapes, work: context.work, target: target() }).check(text);
  let known = checkedMappings.get(mapping);
  if (known === undefined) checkedMappings.set(mapping, (known = new Map()));
  let checked = known.get(objectName);
  if (checked === undefined) {
    const source = resolveSchema(mapping.source, context).schema;
    known.set(
      objectName,
      (checked = createMappingChecker({ source, work: context.work, target: target() }).check(text)),
    );
  }
  return checked;
}

/** Required fields that no record of a schema has. Fields that the text itself builds are checked by name. */
function absentFields(result: Value | undefined, required: readonly string[]): readonly string[] {
  const types = result?.types ?? [];
  const records = types.filter((type) => type.kind === 'object');
  if (records.length === 0 || records.length < types.length || !records.every(({ isSource }) => isSource === true))
    return [];
  return required.filter((name) =>
    records.every(
      ({ fields, rest, custom }) =>
        !fields.has(name) && rest === undefined && custom?.some((pattern) => pattern.test(name)) !== true,
    ),
  );
}
