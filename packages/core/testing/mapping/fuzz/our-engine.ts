import { compileMapping, type CompileOptions } from '../../../src/mapping/compile-mapping.ts';
import { defaultLimits, isLimitCode } from '../../../src/mapping/engine/limits.ts';
import { Run } from '../../../src/mapping/engine/run.ts';
import { declined, HotMapping } from '../../../src/mapping/jit/hot-mapping.ts';
import { standardLibrary } from '../../../src/mapping/standard-library.ts';
import { parseMapping } from '../../../src/mapping/syntax/parse-mapping.ts';
import type { FuzzCase } from './fuzz-case.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { fuzzNow } from './reference.ts';

/** How a mapping is evaluated: by closures, by code for any input, or by code made for inputs like the first one. */
export type EngineMode = 'closures' | 'generated' | 'specialised';

export type OurEngine = (input: unknown) => Outcome;

const limits = { ...defaultLimits, deadlineMs: Infinity, maxTicks: 1_000_000, maxItems: 20_000 };
const options: CompileOptions = { ...limits, now: () => fuzzNow };

/**
 * A mapping that is compiled once for all inputs. Undefined if the mode makes no difference, because no code is
 * generated for it.
 */
export function ourEngine(of: FuzzCase, mode: EngineMode): OurEngine | undefined {
  let evaluate: ((input: unknown) => unknown) | undefined;
  try {
    evaluate = mode === 'specialised' ? specialised(of) : compiled(of, mode);
  } catch (error) {
    return () => ourFailure(error);
  }
  if (evaluate === undefined) return undefined;
  return (input) => {
    try {
      return outcomeOf(evaluate(frozen(input)));
    } catch (error) {
      return ourFailure(error);
    }
  };
}

function compiled({ text, bindings }: FuzzCase, mode: 'closures' | 'generated') {
  const mapping = compileMapping(text, { ...options, mode });
  const variables = frozen(bindings) as FuzzCase['bindings'];
  return mode === mapping.mode ? (input: unknown) => mapping.evaluate(input, variables) : undefined;
}

/** The outcome of `compileMapping` after many evaluations of the first input, without doing them. */
function specialised(of: FuzzCase): ((input: unknown) => unknown) | undefined {
  const { ir } = parseMapping(of.text);
  const closures = compiled(of, 'closures');
  if (ir === undefined || closures === undefined) return undefined;
  const hot = new HotMapping(ir, { limits, globals: standardLibrary({ isImpureAllowed: false }), patience: 1 });
  const newRun = (): Run => new Run({ limits, valueMaps: {}, now: () => fuzzNow, clock: () => 0 });
  // Code is never generated at the first evaluation.
  for (let times = 0; times < 2; times += 1) hot.observe(frozen(of.inputs[0]), of.bindings, newRun());
  if (!hot.isGenerated) return undefined;
  return (input) => {
    const result = hot.evaluate(input, of.bindings, newRun());
    return result === declined ? closures(input) : result;
  };
}

function ourFailure(error: unknown): Outcome {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return { kind: 'crash', message: String(error) };
  const isLimit = isLimitCode(code) || code === 'REGEX_UNSAFE';
  return { kind: isLimit ? 'limit' : 'error', code };
}

/** An evaluation must change neither the input nor the bindings. They are frozen, so a change is an error. */
function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
