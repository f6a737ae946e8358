import type { JsonSchema } from '../../connector/json-schema.ts';
import type { ResultShape } from '../../mapping/result-shape.ts';
import type { ProblemCode } from '../problem.ts';
import { isOpen } from './outputs.ts';
import { known } from './step-report.ts';

/** A finding about one field of a record; `path` is dotted, for example `addressBook.items.label`. */
export interface FieldFinding {
  readonly code: Extract<ProblemCode, 'UNKNOWN_FIELD' | 'READ_ONLY_FIELD' | 'MISSING_REQUIRED_FIELD'>;
  readonly severity: 'error' | 'warning';
  readonly text: string;
  /** The range of the field's name in the expression; absent when the field is missing. */
  readonly range?: { readonly start: number; readonly end: number };
}

/** Compares what an expression builds with an object's schema, as far as its text shows what it builds. */
export function fieldFindings(
  shape: ResultShape,
  schema: JsonSchema,
  isCustom: (name: string) => boolean,
  path = '',
): FieldFinding[] {
  if (shape.kind === 'list') return fieldFindings(shape.items, schema.items ?? schema, isCustom, path);
  const { properties } = schema;
  if (shape.kind === 'unknown' || properties === undefined || isOpen(schema)) return [];
  return [...shape.fields].flatMap(([name, { shape: inner, range }]): FieldFinding[] => {
    const here = path === '' ? name : `${path}.${name}`;
    const field = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (field === undefined) {
      if (isCustom(name)) return [];
      const text = `has no field "${here}". ${known(name, Object.keys(properties))}`;
      return [{ code: 'UNKNOWN_FIELD', severity: 'error', text, range }];
    }
    if (field.readOnly === true) {
      const text = `sets "${here}" by itself. Leave it out.`;
      return [{ code: 'READ_ONLY_FIELD', severity: 'error', text, range }];
    }
    return fieldFindings(inner, field, isCustom, here);
  });
}

/** Required fields that the expression does not set. Empty when it may set fields that its text does not name. */
export function missingFields(shape: ResultShape, required: readonly string[]): string[] {
  if (shape.kind !== 'object' || shape.isOpen) return [];
  return required.filter((name) => !shape.fields.has(name));
}
