import jsonata from 'jsonata';
import { impureFunctions, mappingFunctions } from './functions/registry.ts';
import { EvaluationFailure } from './engine/failure.ts';
import { defaultLimits } from './engine/limits.ts';
import { Run } from './engine/run.ts';
import type { ValueMapTables } from './functions/function-definition.ts';
import { MappingError, mappingErrorCodes } from './mapping-error.ts';
import { PlainJsonError, toPlainJson } from './plain-json.ts';

export { MappingError, mappingErrorCodes } from './mapping-error.ts';
export type { ValueMapTables } from './functions/function-definition.ts';

export interface CompileOptions {
  /** Longest an evaluation may take, in milliseconds; error `D1012`. */
  readonly deadlineMs?: number | undefined;
  /** Deepest nesting of expressions and calls; error `D1011`. */
  readonly maxDepth?: number | undefined;
  /** Most items an intermediate list may hold; error `D2015`. */
  readonly maxItems?: number | undefined;
  /** Tables for `$valueMap`, by name. A binding named `valueMaps` adds to them and wins. */
  readonly valueMaps?: ValueMapTables | undefined;
  /** Clock behind `$now` and `$millis`, milliseconds since 1970. Pass the run's start: a replay must map the same. */
  readonly now?: (() => number) | undefined;
  /** Allows `$eval`, `$random` and `$shuffle`, whose results cannot be repeated or reviewed. Off by default. */
  readonly isImpureAllowed?: boolean | undefined;
}

export interface CompiledMapping {
  /**
   * Maps one input. `bindings` are variables without the `$` (`{ steps }` is `$steps`). The result is plain JSON
   * or undefined when the mapping gives nothing.
   * @throws MappingError (phase `evaluate`)
   */
  evaluate(input: unknown, bindings?: Readonly<Record<string, unknown>>): Promise<unknown>;
}

export const defaultDeadlineMs = 2_000;
export const defaultMaxDepth = 1_000;
export const defaultMaxItems = 1_000_000;

/**
 * Reads a mapping's JSONata text once, so that it can be evaluated often.
 * @throws MappingError (phase `parse`) with code, position, line and column
 */
export function compileMapping(text: string, options: CompileOptions = {}): CompiledMapping {
  const expression = parse(text, options);
  register(expression, options);
  return {
    async evaluate(input, bindings = {}) {
      try {
        return toPlainJson(await expression.evaluate(input, { ...bindings }));
      } catch (error) {
        throw toMappingError(error, 'evaluate', text);
      }
    },
  };
}

function parse(text: string, options: CompileOptions): jsonata.Expression {
  try {
    return jsonata(text, {
      timeout: options.deadlineMs ?? defaultDeadlineMs,
      stack: options.maxDepth ?? defaultMaxDepth,
      sequence: options.maxItems ?? defaultMaxItems,
    });
  } catch (error) {
    throw toMappingError(error, 'parse', text);
  }
}

function register(expression: jsonata.Expression, options: CompileOptions): void {
  for (const definition of mappingFunctions) {
    expression.registerFunction(
      definition.name,
      function (this: jsonata.Focus, ...args: unknown[]) {
        const bound: unknown = this.environment.lookup('valueMaps');
        const valueMaps = { ...options.valueMaps, ...(isTables(bound) ? bound : {}) };
        const context = new Run({ limits: defaultLimits, valueMaps, now: 0, clock: () => performance.now() });
        return definition.implementation(context, ...args);
      },
      definition.signature,
    );
  }
  const { now } = options;
  if (now !== undefined) {
    expression.registerFunction('millis', () => now(), '<:n>');
    const format = jsonata('$fromMillis(millis, picture, timezone)');
    expression.registerFunction(
      'now',
      (picture?: string, timezone?: string) => format.evaluate({ millis: now(), picture, timezone }),
      '<s?s?:s>',
    );
  }
  if (options.isImpureAllowed !== true) {
    for (const [name, reason] of Object.entries(impureFunctions)) {
      expression.registerFunction(name, () => {
        throw new EvaluationFailure(mappingErrorCodes.functionOff, `$${name} is switched off in mappings: ${reason}`);
      });
    }
  }
}

function isTables(value: unknown): value is ValueMapTables {
  return typeof value === 'object' && value !== null;
}

interface EngineError {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly position?: unknown;
  readonly token?: unknown;
}

function toMappingError(error: unknown, phase: 'parse' | 'evaluate', text: string): MappingError {
  if (error instanceof PlainJsonError) {
    return new MappingError(error.message, { code: error.code, phase, text, cause: error });
  }
  const { code, message, position, token }: EngineError = typeof error === 'object' && error !== null ? error : {};
  const word = typeof token === 'string' ? token : undefined;
  return new MappingError(typeof message === 'string' && message !== '' ? message : 'The mapping failed.', {
    code: typeof code === 'string' ? code : mappingErrorCodes.internal,
    phase,
    text,
    position: typeof position === 'number' ? startOf(text, position, word) : undefined,
    token: word,
    cause: error,
  });
}

/** The engine reports where a token, or the parenthesis after a function's name, ends; people look for its start. */
function startOf(text: string, end: number, token: string | undefined): number {
  const last = Math.min(end, text.length);
  if (token === undefined) return last;
  const start = text.lastIndexOf(token, last - token.length);
  if (start < 0 || last - start - token.length > 1) return last;
  return text[start - 1] === '$' ? start - 1 : start;
}
