import { expressionOf } from '../field-value.ts';
import type { Problem } from '../problem.ts';
import type { StepOf } from '../step.ts';
import type { ValidationContext } from '../validation-context.ts';
import type { VisitedStep } from '../walk.ts';
import { isCustomField, objectOf, type FoundObject } from './objects.ts';
import { ownValue } from '../../connector/own-value.ts';
import { identityProblems, readSafely } from './identity.ts';
import { fieldFindings, missingFields } from './record-fields.ts';
import { known, stepProblem } from './step-report.ts';

/** Checks a write step against its object: operation, identity, and the record it builds. */
export function writeProblems(at: VisitedStep, step: StepOf<'write'>, context: ValidationContext): Problem[] {
  const found = objectOf(step.config.connection, step.config.object, context);
  return [
    ...sourceProblems(at, step),
    ...identityProblems(at, step, context),
    ...(found === undefined
      ? []
      : [
          ...operationProblems(at, step, found),
          ...matchProblems(at, step, found),
          ...recordProblems(at, step, found, context),
        ]),
  ];
}

function sourceProblems(at: VisitedStep, { name, config }: StepOf<'write'>): Problem[] {
  const { operation, mapping, input, record } = config;
  if (mapping !== undefined && record !== undefined) {
    const message = `"${name}" has both a mapping and a record. Keep the one that builds what is written.`;
    return [stepProblem(at, '/record', 'TWO_RECORDS', message)];
  }
  if (operation === 'delete') return [];
  if (mapping === undefined && record === undefined) {
    const message = `"${name}" does not say what to write. Choose a mapping, or write the record as an expression.`;
    return [stepProblem(at, '', 'NO_RECORD', message)];
  }
  if (mapping === undefined || input !== undefined) return [];
  const message = `"${name}" does not say what its mapping is applied to. Give the mapping's input.`;
  return [stepProblem(at, '/input', 'NO_RECORD', message)];
}

function operationProblems(at: VisitedStep, { config }: StepOf<'write'>, { object }: FoundObject): Problem[] {
  const operations = object.write?.operations;
  if (operations === undefined) {
    return [stepProblem(at, '/object', 'NOT_WRITABLE', `${object.title} can be read, but not written.`)];
  }
  const problem = (below: string, operation: string): Problem =>
    stepProblem(
      at,
      below,
      'UNSUPPORTED_OPERATION',
      `${object.title} cannot be written with "${operation}". ${known(operation, operations)}`,
    );
  const { operation, undo } = config;
  return [
    ...(operations.includes(operation) ? [] : [problem('/operation', operation)]),
    ...(undo === undefined || operations.includes(undo.operation) ? [] : [problem('/undo/operation', undo.operation)]),
  ];
}

function matchProblems(at: VisitedStep, { config }: StepOf<'write'>, { object }: FoundObject): Problem[] {
  return config.identity.match.flatMap((match, index) => {
    if (match.by !== 'field' || object.lookupFields.includes(match.field)) return [];
    const message = `${object.title} cannot be found by "${match.field}". ${known(match.field, object.lookupFields)}`;
    return [stepProblem(at, `/identity/match/${index}/field`, 'NOT_A_LOOKUP_FIELD', message)];
  });
}

function recordProblems(
  at: VisitedStep,
  { name, config }: StepOf<'write'>,
  { manifest, object }: FoundObject,
  context: ValidationContext,
): Problem[] {
  const mapping = config.mapping === undefined ? undefined : ownValue(context.mappings, config.mapping);
  const shape = readSafely(mapping?.text ?? (config.record && expressionOf(config.record)))?.shape;
  if (shape === undefined || config.operation === 'delete') return [];
  const below = mapping === undefined ? '/record' : '/mapping';
  const who = mapping === undefined ? `The record of "${name}"` : `The mapping "${config.mapping}" of "${name}"`;
  const external = object.identity.external;
  const required = config.operation === 'update' ? [] : (object.write?.requiredOnCreate ?? []);
  const isCustom = (field: string): boolean => isCustomField(manifest, field);
  return [
    ...targetProblems(at, config.mapping, mapping?.target, manifest.id, object.name),
    ...fieldFindings(shape, object.schema, isCustom).map(({ code, severity, text, range }) =>
      stepProblem(at, below, code, `${who} does not fit: ${object.title} ${text}`, {
        severity,
        // The position is in the mapping's own text, which is another document.
        ...(mapping === undefined && range ? { range } : {}),
      }),
    ),
    ...missingFields(shape, required)
      // The connector writes our own reference, taken from the step's identity.
      .filter((field) => field !== external)
      .map((field) => {
        const message = `${who} leaves out "${field}", which ${object.title} needs. Add it.`;
        return stepProblem(at, below, 'MISSING_REQUIRED_FIELD', message);
      }),
  ];
}

function targetProblems(
  at: VisitedStep,
  key: string | undefined,
  target: { readonly kind: string; readonly system?: string; readonly object?: string } | undefined,
  system: string,
  object: string,
): Problem[] {
  if (target === undefined || target.kind === 'any') return [];
  if (target.kind === 'object' && target.system === system && target.object === object) return [];
  const message = `The mapping "${key}" is made for another shape than ${system} ${object}. Choose the one made for it.`;
  // A record of another object is certainly wrong. An entity may happen to have the right fields.
  const severity = target.kind === 'object' ? 'error' : 'warning';
  return [stepProblem(at, '/mapping', 'SCHEMA_MISMATCH', message, { severity })];
}
