import type { JsonSchema } from '../../../src/connector/json-schema.ts';
import { applyEdits } from '../../../src/mapping/syntax/text-edit.ts';
import { checkMapping } from '../../../src/mapping/analysis/check-mapping.ts';
import type { CheckOptions } from '../../../src/mapping/analysis/create-mapping-checker.ts';
import type { MappingProblemCode } from '../../../src/mapping/analysis/problem.ts';
import { source } from './order-schema.ts';

export interface ProblemCase {
  readonly code: MappingProblemCode;
  readonly mapping: string;
  readonly target?: JsonSchema;
  readonly bindings?: CheckOptions['bindings'];
  readonly expected: readonly { readonly problem: string; readonly fix?: string }[];
}

/** Describes each problem in one line, with the text that it is about and the text after its fix. */
export const found = (mapping: string, options: CheckOptions = { source }) =>
  checkMapping(mapping, options).map(({ code, severity, range, message, fix }) => ({
    problem: `${severity} ${code} «${mapping.slice(range.start, range.end)}» ${message}`,
    ...(fix && { fix: `${fix.title}: ${applyEdits(mapping, fix.edits)}` }),
  }));
