import { createMappingChecker } from '../../mapping/analysis/create-mapping-checker.ts';
import { isAlwaysNone } from '../../mapping/analysis/count.ts';
import { lineageOf } from '../../mapping/analysis/lineage-of.ts';
import { typesOfSchema } from '../../mapping/analysis/schema-type.ts';
import { typeText } from '../../mapping/analysis/type-text.ts';
import type { ObjectType, Type, Value } from '../../mapping/analysis/value.ts';
import type { MappingDocument } from '../../mapping/document.ts';
import { describeSchemaRef } from '../../mapping/input-fault.ts';
import { resolveSchema } from '../../mapping/resolve-schema.ts';
import type { Problem } from '../problem.ts';
import { kindOf } from '../step.ts';
import type { ValidationContext } from '../validation-context.ts';
import type { VisitedStep } from '../walk.ts';
import { ownValue } from '../../connector/own-value.ts';
import { stepProblem } from './step-report.ts';
import { withLoopItems, type FlowShapes } from './step-shapes.ts';

/** Reports when a step feeds its mapping data that the mapping was not made for. Says nothing about unknown shapes. */
export function mappingInputProblems(at: VisitedStep, shapes: FlowShapes, context: ValidationContext): Problem[] {
  const { references, expressions } = kindOf(at.step);
  const key = references(at.step.config).mapping;
  const mapping = key === undefined ? undefined : ownValue(context.mappings, key);
  const input = expressions(at.step.config).find(({ pointer }) => pointer === '/input');
  if (key === undefined || mapping === undefined || input === undefined) return [];
  const { result } = createMappingChecker({ ...shapes, work: context.work }).check(withLoopItems(input.text, at));
  if (result === undefined) return [];
  const fault = inputFault(result, mapping, context);
  if (fault === undefined) return [];
  const message = `"${at.step.name}" gives the mapping "${key}" ${typeText(result)}, but it is made for ${describeSchemaRef(mapping.source, context)}: ${fault}. Choose other data, or another mapping.`;
  return [stepProblem(at, '/input', 'SCHEMA_MISMATCH', message)];
}

function inputFault(value: Value, mapping: MappingDocument, context: ValidationContext): string | undefined {
  if (isAlwaysNone(value.count)) return value.count === 0 ? undefined : 'nothing is there';
  const { schema } = resolveSchema(mapping.source, context);
  const expected = typesOfSchema(schema);
  const wanted = expected.filter((type) => type.kind === 'object');
  // A source with several alternatives, or one that may be anything, says too little.
  if (wanted.length !== 1 || expected.some(({ kind }) => kind === 'unknown') || value.types.length === 0)
    return undefined;
  const [shape] = wanted;
  if (shape === undefined) return undefined;
  const read = fieldsRead(mapping, context).filter((name) => shape.fields.has(name));
  const faults = value.types.map((type) => faultOf(type, shape, read));
  // If the value may be one of several shapes, it is enough that one of them fits.
  return faults.some((fault) => fault === undefined) ? undefined : faults[0];
}

function faultOf(type: Type, shape: ObjectType, read: readonly string[]): string | undefined {
  if (type.kind === 'unknown' || type.kind === 'null') return undefined;
  if (type.kind !== 'object') return type.kind === 'list' ? 'it takes one at a time' : 'it takes an object';
  const has = (name: string): boolean =>
    type.fields.has(name) || type.rest !== undefined || type.custom?.some((pattern) => pattern.test(name)) === true;
  const names = [...shape.fields.keys()];
  const isForeign = read.length > 0 ? !read.some(has) : names.length > 0 && !names.some(has);
  if (isForeign) {
    return read.length > 0 ? `it reads ${listed(read)}, which is not there` : 'none of its fields is there';
  }
  const missing = [...shape.fields].filter(([name, { value }]) => value.count === present && !has(name));
  return missing.length === 0 ? undefined : `${listed(missing.map(([name]) => name))} is missing`;
}

/** The count of a field that a schema requires: exactly one. */
const present = 2;

const shownNames = 4;

const listed = (names: readonly string[]): string =>
  names.length > shownNames
    ? `${names.slice(0, shownNames).join(', ')} and ${names.length - shownNames} more`
    : new Intl.ListFormat('en').format(names);

const readFields = new WeakMap<MappingDocument, readonly string[]>();

/** The input fields that contribute to the mapping's result. */
function fieldsRead(mapping: MappingDocument, { work }: ValidationContext): readonly string[] {
  const known = readFields.get(mapping);
  if (known !== undefined) return known;
  const names = lineageOf(mapping.text, { work })
    .flatMap(({ sources }) => sources)
    .flatMap(({ root, path }) => {
      const [first] = root === undefined ? path : [];
      return first?.kind === 'name' ? [first.name] : [];
    });
  const fields = [...new Set(names)];
  readFields.set(mapping, fields);
  return fields;
}
