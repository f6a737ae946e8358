import type { Closure } from './closures/closure.ts';
import { compileIr } from './closures/compile-ir.ts';
import { Frame } from './closures/frame.ts';
import { defaultLimits, type Limits } from './engine/limits.ts';
import { Run } from './engine/run.ts';
import { asSingleInput } from './engine/value.ts';
import type { ValueMapTables } from './functions/function-definition.ts';
import { declined, HotMapping } from './jit/hot-mapping.ts';
import { toPlainJson } from './plain-json.ts';
import { standardLibrary } from './standard-library.ts';
import { parseMapping, type ParsedMapping } from './syntax/parse-mapping.ts';
import { evaluationError, parseError } from './to-mapping-error.ts';

export { MappingError } from './mapping-error.ts';
export type { Limits } from './engine/limits.ts';
export type { ValueMapTables } from './functions/function-definition.ts';

/** Limits that are left out default to `defaultLimits`. */
type LimitOptions = { readonly [Name in keyof Limits]?: Limits[Name] | undefined };

export interface CompileOptions extends LimitOptions {
  /** Tables for `$valueMap`, by name. A binding named `valueMaps` adds to them and wins. */
  readonly valueMaps?: ValueMapTables | undefined;
  /**
   * Clock behind `$now` and `$millis`, milliseconds since 1970. Pass the run's start, because a replay must map the
   * same.
   */
  readonly now?: (() => number) | undefined;
  /**
   * `closures` never generates code. `generated` does so at once, where that is possible. By default, code is generated
   * for a mapping that is evaluated often.
   */
  readonly mode?: 'closures' | 'generated' | undefined;
  /** Called with the number of steps of each evaluation, even of a failed one. */
  readonly onSpent?: ((steps: number) => void) | undefined;
  /** Allows `$eval`, `$random` and `$shuffle`, whose results cannot be repeated or reviewed. Off by default. */
  readonly isImpureAllowed?: boolean | undefined;
}

export interface CompiledMapping {
  /** How it will be evaluated from now on. The meaning is the same. */
  readonly mode: 'closures' | 'generated';
  /** Says why no code is generated for it, once that is decided. */
  readonly reason: string | undefined;
  /**
   * Maps one input. `bindings` are data for variables, by their names without the `$` (`{ steps }` is `$steps`). The
   * result is plain JSON, or undefined when the mapping gives nothing; it can share lists and objects with the input, so
   * copy it before changing it.
   * @throws MappingError (phase `evaluate`)
   */
  evaluate(input: unknown, bindings?: Readonly<Record<string, unknown>>): unknown;
}

/**
 * Parses a mapping's JSONata text once, so that it can be evaluated often. A text that was parsed already is taken as it
 * is.
 * @throws MappingError (phase `parse`) with code, range, line and column
 */
export function compileMapping(mapping: string | ParsedMapping, options: CompileOptions = {}): CompiledMapping {
  const parsed = typeof mapping === 'string' ? parseMapping(mapping) : mapping;
  const { ir } = parsed;
  if (ir === undefined) throw parseError(parsed);
  const { now = Date.now, isImpureAllowed = false, valueMaps = {} } = options;
  const limits = limitsOf(options);
  const globals = standardLibrary({ isImpureAllowed });
  const hot = new HotMapping(ir, { limits, globals, patience: patience[options.mode ?? 'automatic'] });
  let closure: Closure | undefined;
  return {
    get mode() {
      return hot.isGenerated ? 'generated' : 'closures';
    },
    get reason() {
      return hot.reason;
    },
    evaluate(input, bindings = noBindings) {
      const bound = bindings['valueMaps'];
      const tables = isTables(bound) ? { ...valueMaps, ...bound } : valueMaps;
      const run = new Run({ limits, valueMaps: tables, now, clock });
      try {
        const quick = hot.evaluate(input, bindings, run);
        if (quick !== declined) return quick;
        closure ??= compileIr(ir, { isEvalAllowed: isImpureAllowed });
        const frame = rootFrame(globals, input, bindings);
        const result = toPlainJson(closure(asSingleInput(input), frame, run), limits);
        hot.observe(input, bindings, run);
        return result;
      } catch (failure) {
        throw evaluationError(failure, parsed);
      } finally {
        options.onSpent?.(run.spent);
      }
    },
  };
}

/**
 * Steps of closures until code is generated, because generating takes as long as some thousands of steps. For a table
 * of a few hundred rows it pays off at the second evaluation, for a header of twenty fields at the three-hundredth.
 */
const patience = { closures: Infinity, generated: 0, automatic: 3_000 };
const noBindings = {};
const clock = (): number => performance.now();

function rootFrame(globals: Frame['globals'], input: unknown, bindings: Readonly<Record<string, unknown>>): Frame {
  return new Frame(undefined, globals, [...Object.keys(bindings), '$'], [...Object.values(bindings), input]);
}

/** An option that is present but undefined counts as left out. */
function limitsOf(options: CompileOptions): Limits {
  return {
    deadlineMs: options.deadlineMs ?? defaultLimits.deadlineMs,
    maxTicks: options.maxTicks ?? defaultLimits.maxTicks,
    maxDepth: options.maxDepth ?? defaultLimits.maxDepth,
    maxItems: options.maxItems ?? defaultLimits.maxItems,
    maxTextLength: options.maxTextLength ?? defaultLimits.maxTextLength,
    maxResultSize: options.maxResultSize ?? defaultLimits.maxResultSize,
    maxResultLength: options.maxResultLength ?? defaultLimits.maxResultLength,
  };
}

function isTables(value: unknown): value is ValueMapTables {
  return typeof value === 'object' && value !== null;
}
