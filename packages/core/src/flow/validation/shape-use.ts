import { createMappingChecker, type MappingChecker } from '../../mapping/analysis/create-mapping-checker.ts';
import { ownValue } from '../../connector/own-value.ts';
import type { JsonSchema } from '../../connector/json-schema.ts';
import type { FlowDocument } from '../definition.ts';
import { expressionOf } from '../field-value.ts';
import type { Problem } from '../problem.ts';
import { kindOf, onErrorSlot } from '../step.ts';
import type { ValidationContext } from '../validation-context.ts';
import { walkSteps, type VisitedStep } from '../walk.ts';
import { constantTruth } from './constant-truth.ts';
import { readSafely } from './identity.ts';
import { isCustomField } from './objects.ts';
import { flowShapes, withLoopItems } from './step-shapes.ts';

/** One expression of a flow, wherever it is. */
interface Use {
  readonly pointer: string;
  readonly text: string;
  readonly stepId?: string;
  /** What is around it: `$item` is an item of the innermost loop. */
  readonly ancestors: VisitedStep['ancestors'];
  readonly isCondition: boolean;
  /** A position in a literal is not a position in the expression that is made from it. */
  readonly isCode: boolean;
}

/**
 * Reports what the known shapes rule out: a field that neither the trigger's record nor a step's output has, and a
 * condition that is the same for every record. Says nothing where a shape is unknown or open.
 */
export function shapeUseProblems(
  flow: FlowDocument,
  context: ValidationContext,
  reported: readonly Problem[],
): Problem[] {
  const checker = createMappingChecker({ ...readableShapes(flow, context), work: context.work });
  const isCustom = customFieldsOf(context);
  const hasOutputProblem = new Set(
    reported.flatMap(({ code, pointer }) => (code === 'UNKNOWN_OUTPUT' ? [pointer] : [])),
  );
  return usesOf(flow).flatMap((use) => {
    const constant = use.isCondition ? constantTruth(use.text) : undefined;
    if (constant !== undefined) return [problemOf(use, 'CONSTANT_CONDITION', constantMessage(constant))];
    return unknownFields(use, checker, isCustom).flatMap(({ owner, message, range }) =>
      owner.startsWith('$steps.') && hasOutputProblem.has(use.pointer)
        ? []
        : [problemOf(use, 'UNKNOWN_DATA', message, range)],
    );
  });
}

const problemOf = (
  { pointer, stepId, isCode }: Use,
  code: Problem['code'],
  message: string,
  range?: Problem['range'],
): Problem => ({
  pointer,
  code,
  severity: 'warning',
  message,
  ...(stepId !== undefined && { stepId }),
  ...(range !== undefined && isCode && { range }),
});

const constantMessage = (constant: boolean | 'same'): string => {
  const what = constant === 'same' ? 'gives the same answer for every record' : `is always ${String(constant)}`;
  return `This condition ${what}. Use data in it, such as a field of $trigger.`;
};

interface UnknownField {
  /** The path before the field, as written; empty where it is not a plain path. */
  readonly owner: string;
  readonly message: string;
  readonly range: { readonly start: number; readonly end: number };
}

function unknownFields(
  { text, ancestors }: Use,
  checker: MappingChecker,
  isCustom: (name: string) => boolean,
): UnknownField[] {
  const whole = withLoopItems(text, { ancestors });
  // The lists of the loops around the step come first, and are checked at their own steps.
  const shift = whole === text ? 0 : whole.length - text.length - closing.length;
  const found = checker.check(whole).problems.flatMap(({ code, message, range }): UnknownField[] => {
    const [start, end] = [range.start - shift, range.end - shift];
    if (code !== 'UNKNOWN_SOURCE' || start < 0 || isCustom(text.slice(start, end).replaceAll('`', ''))) return [];
    const owner = pathBefore.exec(text.slice(0, start))?.[1] ?? '';
    const named =
      owner === ''
        ? message
        : message.replace(/^There is no field "(.+?)" (?:in [^.]+|here)\./, `${owner} has no field $1.`);
    return [{ owner, message: named, range: { start, end } }];
  });
  // A literal reads an inserted path twice.
  return [...new Map(found.toReversed().map((field) => [field.message, field])).values()].toReversed();
}

/** What `withLoopItems` puts after the text. */
const closing = '\n)';
const pathBefore = /(\$[\p{L}_][\p{L}\p{N}_]*(?:\.(?:[\p{L}_][\p{L}\p{N}_]*|`[^`]+`)|\[\d+\])*)\.$/u;

/** A firm's own fields exist at any depth of its records, although no shape names them. */
function customFieldsOf({ catalog, connections = [] }: ValidationContext): (name: string) => boolean {
  const manifests = connections.flatMap(({ system }) => ownValue(catalog, system) ?? []);
  return (name) => manifests.some((manifest) => isCustomField(manifest, name));
}

function usesOf({ trigger, settings, body }: FlowDocument): Use[] {
  const outer: (readonly [string, string | undefined])[] = [
    ['/trigger/when', trigger.when],
    ['/settings/idempotencyKey', settings.idempotencyKey],
    ['/settings/orderingKey', settings.orderingKey],
    ['/settings/businessKey', settings.businessKey],
    ['/settings/businessLabel', settings.businessLabel],
  ];
  return [
    ...outer.flatMap(([pointer, text]): Use[] =>
      text === undefined
        ? []
        : [{ pointer, text, ancestors: [], isCondition: pointer === '/trigger/when', isCode: true }],
    ),
    ...[...walkSteps(body)].flatMap((at) =>
      kindOf(at.step)
        .expressions(at.step.config)
        .map(({ pointer, text, value, isCondition = false, isPerItem }): Use => ({
          pointer: `${at.pointer}/config${pointer}`,
          text,
          stepId: at.step.id,
          // A loop's own key is read for each of its items.
          ancestors: isPerItem === true ? [...at.ancestors, { step: at.step, slot: '' }] : at.ancestors,
          isCondition,
          isCode: value.kind !== 'literal',
        })),
    ),
  ];
}

/** The shapes of the flow, open wherever a run may find more than they say. */
function readableShapes(flow: FlowDocument, context: ValidationContext): ReturnType<typeof flowShapes> {
  const { source, bindings } = flowShapes(flow, context);
  const outputs = { ...bindings['steps']?.properties };
  const seen = new Set<string>();
  for (const { step } of walkSteps(flow.body)) {
    // Of two steps with the same id, neither is known to be meant.
    if (seen.has(step.id)) outputs[step.id] = {};
    seen.add(step.id);
    const shape = outputs[step.id];
    if (shape === undefined) continue;
    const mapping = step.kind === 'map' ? ownValue(context.mappings, step.config.mapping) : undefined;
    const isErrorHandled = (step.bodies?.[onErrorSlot] ?? []).length > 0;
    // A handled error takes the place of a list, and a mapping may build more than its target names.
    if (shape.properties !== undefined)
      outputs[step.id] = { ...shape, properties: { ...builtFields(mapping?.text), ...shape.properties } };
    else if (isErrorHandled) outputs[step.id] = {};
  }
  const trigger = withPayloads(source, flow);
  // A step that does not exist is reported elsewhere.
  const steps = { type: 'object', properties: outputs, additionalProperties: true } as const;
  return { source: trigger, bindings: { ...bindings, trigger, steps } };
}

/** A replay starts with the payload that an operator edited, and a check or raise decides what is in it. */
function withPayloads(source: JsonSchema, flow: FlowDocument): JsonSchema {
  if (source.properties === undefined) return source;
  const properties: Record<string, JsonSchema> = {};
  for (const { step } of walkSteps(flow.body)) {
    if ((step.kind !== 'check' && step.kind !== 'raise') || step.config.payload === undefined) continue;
    Object.assign(properties, builtFields(expressionOf(step.config.payload)));
  }
  return { ...source, properties: { ...properties, ...source.properties } };
}

/** The fields that a mapping builds as far as its text shows; each may hold anything. */
function builtFields(text: string | undefined): Record<string, JsonSchema> {
  const shape = readSafely(text)?.shape;
  return shape?.kind === 'object' ? Object.fromEntries([...shape.fields.keys()].map((name) => [name, {}])) : {};
}
