import { createMappingChecker } from '../../mapping/analysis/create-mapping-checker.ts';
import type { MappingProblem, MappingProblemCode } from '../../mapping/analysis/problem.ts';
import type { MappingDocument } from '../../mapping/document.ts';
import { describeSchemaRef } from '../../mapping/input-fault.ts';
import { resolveSchema } from '../../mapping/resolve-schema.ts';
import { ownValue } from '../../connector/own-value.ts';
import type { Problem, ProblemCode, ProblemSeverity } from '../problem.ts';
import type { StepOf } from '../step.ts';
import type { ValidationContext } from '../validation-context.ts';
import type { VisitedStep } from '../walk.ts';
import { stepProblem } from './step-report.ts';

type Counted = Partial<Record<MappingProblemCode, readonly [ProblemCode, ProblemSeverity]>>;

/** Counts for an object of a system too, of which a map step may give only a part. Nobody can write such a field. */
const countedForObjects: Counted = { READ_ONLY_TARGET: ['READ_ONLY_FIELD', 'error'] };

/**
 * What counts against the entity that a map step gives. A wrong type stops the run. A field that is left out may be left
 * to a check step, and a field too many is of no use to anybody, so both are for the reviewer to judge.
 */
const counted: Counted = {
  WRONG_TYPE: ['SCHEMA_MISMATCH', 'error'],
  LIST_FOR_ONE: ['SCHEMA_MISMATCH', 'error'],
  ONE_FOR_LIST: ['SCHEMA_MISMATCH', 'error'],
  MISSING_REQUIRED: ['MISSING_REQUIRED_FIELD', 'warning'],
  UNKNOWN_TARGET: ['UNKNOWN_FIELD', 'warning'],
  ...countedForObjects,
};

/** Compares what a map step gives with the entity or object that its mapping is made for. */
export function mapProblems(at: VisitedStep, { name, config }: StepOf<'map'>, context: ValidationContext): Problem[] {
  const mapping = ownValue(context.mappings, config.mapping);
  if (mapping?.target.kind !== 'entity' && mapping?.target.kind !== 'object') return [];
  const target = describeSchemaRef(mapping.target, context);
  const counts = mapping.target.kind === 'entity' ? counted : countedForObjects;
  return findingsOf(mapping, context).flatMap((found) => {
    const as = counts[found.code];
    if (as === undefined) return [];
    const [code, severity] = as;
    // Only what is wrong whatever the data stops a run for certain.
    if (severity === 'error' && found.severity !== 'error') return [];
    const message = `The mapping "${config.mapping}" of "${name}" does not fit ${target}: ${found.message}`;
    return [stepProblem(at, '/mapping', code, message, { severity })];
  });
}

const findings = new WeakMap<MappingDocument, readonly MappingProblem[]>();

/** A mapping is compared once, because the result does not depend on the flow. */
function findingsOf(mapping: MappingDocument, context: ValidationContext): readonly MappingProblem[] {
  let found = findings.get(mapping);
  if (found === undefined) {
    const source = resolveSchema(mapping.source, context).schema;
    const target = resolveSchema(mapping.target, context).schema;
    found = createMappingChecker({ source, target, work: context.work }).check(mapping.text).problems;
    findings.set(mapping, found);
  }
  return found;
}
