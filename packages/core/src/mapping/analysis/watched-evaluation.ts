import type { JsonSchema } from '../../connector/json-schema.ts';
import type { Around } from '../closures/closure.ts';
import { compileIr } from '../closures/compile-ir.ts';
import { Frame } from '../closures/frame.ts';
import { defaultLimits } from '../engine/limits.ts';
import { Run } from '../engine/run.ts';
import { asSingleInput } from '../engine/value.ts';
import type { ValueMapTables } from '../functions/function-definition.ts';
import { toPlainJson } from '../plain-json.ts';
import { standardLibrary } from '../standard-library.ts';
import type { ParsedMapping } from '../syntax/parse-mapping.ts';
import { evaluationError } from '../to-mapping-error.ts';
import type { MappingError } from '../mapping-error.ts';

export interface SampleOptions {
  /** Shape of the input, so that target fields are distinguished as in `lineageOf`. */
  readonly source?: JsonSchema | undefined;
  /** Variables, without the `$`. */
  readonly bindings?: Readonly<Record<string, unknown>> | undefined;
  /** Tables for `$valueMap`, by name. */
  readonly valueMaps?: ValueMapTables | undefined;
  /** Clock behind `$now` and `$millis`, milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}

/** How an evaluation ended. */
export type Outcome = { readonly result: unknown } | { readonly error: MappingError };

/** A mapping that is evaluated by closures, each wrapped in a callback. The text must not have errors. */
export function watchedEvaluation(
  parsed: ParsedMapping,
  around: Around,
  { valueMaps = {}, now = Date.now }: SampleOptions,
) {
  const { ir } = parsed;
  if (ir === undefined) throw new Error('A text with errors cannot be evaluated.');
  const closure = compileIr(ir, { isEvalAllowed: false, around });
  const globals = standardLibrary({ isImpureAllowed: false });
  return (input: unknown, bindings: SampleOptions['bindings'] = {}): Outcome => {
    const bound = bindings['valueMaps'];
    const tables = isTables(bound) ? { ...valueMaps, ...bound } : valueMaps;
    const run = new Run({ limits: defaultLimits, valueMaps: tables, now, clock: () => performance.now() });
    const frame = new Frame(undefined, globals, [...Object.keys(bindings), '$'], [...Object.values(bindings), input]);
    try {
      return { result: toPlainJson(closure(asSingleInput(input), frame, run), defaultLimits) };
    } catch (failure) {
      return { error: evaluationError(failure, parsed) };
    }
  };
}

function isTables(value: unknown): value is ValueMapTables {
  return typeof value === 'object' && value !== null;
}
