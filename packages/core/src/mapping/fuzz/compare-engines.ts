import { compileMapping, MappingError } from '../compile-mapping.ts';
import { isLimitCode } from '../engine/limits.ts';
import type { FuzzCase } from './fuzz-case.ts';
import { parseMapping } from '../syntax/parse-mapping.ts';
import { outcomeOf, sameOutcome, type Outcome } from './outcome.ts';
import { fuzzNow, loadReference } from './reference.ts';

export interface Comparison {
  readonly input: unknown;
  readonly ours: Outcome;
  readonly reference: Outcome;
  /**
   * `known`: as the reference with the known differences mended. `crash`: the reference failed with a JavaScript error of
   * its own making, and ours did not. `limit`: one of them gave up.
   */
  readonly verdict: 'equal' | 'known' | 'crash' | 'limit' | 'different';
}

const reference = loadReference('original');
const mended = loadReference('mended');

/** Evaluates a case with both engines and compares, input by input. */
export async function compareEngines({ text, inputs, bindings }: FuzzCase): Promise<readonly Comparison[]> {
  const ours = ourEngine(text, bindings);
  const theirs = referenceEngine(reference, text, bindings);
  const comparisons: Comparison[] = [];
  // What cannot be read fails in the same way whatever the input is.
  const compared = parseMapping(text).errors.length > 0 ? inputs.slice(0, 1) : inputs;
  for (const input of compared) {
    const our = await ours(input);
    // Ours first: what it refuses as too much would keep the reference busy for minutes.
    const their = our.kind === 'limit' ? our : await theirs(input);
    const verdict = await verdictOn(our, their, () => referenceEngine(mended, text, bindings)(input));
    comparisons.push({ input, ours: our, reference: their, verdict });
  }
  return comparisons;
}

async function verdictOn(ours: Outcome, theirs: Outcome, ask: () => Promise<Outcome>): Promise<Comparison['verdict']> {
  if (ours.kind === 'limit' || theirs.kind === 'limit') return 'limit';
  if (sameOutcome(ours, theirs)) return 'equal';
  if (isAcceptedCrash(ours, theirs)) return 'crash';
  const mendedOutcome = await ask();
  if (sameOutcome(ours, mendedOutcome)) return 'known';
  return isAcceptedCrash(ours, mendedOutcome) ? 'crash' : 'different';
}

/** Where the reference has a bug, there is no right answer, but ours must not be a bug as well. */
const isAcceptedCrash = (ours: Outcome, theirs: Outcome): boolean =>
  theirs.kind === 'crash' && ours.kind !== 'crash' && !(ours.kind === 'error' && ours.code === 'MAPPING_FAILED');

type Engine = (input: unknown) => Promise<Outcome>;

function ourEngine(text: string, bindings: FuzzCase['bindings']): Engine {
  try {
    const mapping = compileMapping(text, {
      deadlineMs: 5_000,
      maxTicks: 1_000_000,
      maxItems: 20_000,
      now: () => fuzzNow,
    });
    return async (input) => {
      try {
        return outcomeOf(await mapping.evaluate(frozen(input), frozen(bindings) as FuzzCase['bindings']));
      } catch (error) {
        return ourFailure(error);
      }
    };
  } catch (error) {
    return async () => ourFailure(error);
  }
}

function ourFailure(error: unknown): Outcome {
  if (!(error instanceof MappingError)) return { kind: 'crash', message: String(error) };
  return { kind: isLimitCode(error.code) || error.code === 'REGEX_UNSAFE' ? 'limit' : 'error', code: error.code };
}

function referenceEngine(jsonata: typeof reference, text: string, bindings: FuzzCase['bindings']): Engine {
  try {
    const expression = jsonata(text, { timeout: 5_000, stack: 5_000 });
    return async (input) => {
      try {
        return outcomeOf(await expression.evaluate(structuredClone(input), structuredClone(bindings)));
      } catch (error) {
        return referenceFailure(error);
      }
    };
  } catch (error) {
    return async () => referenceFailure(error);
  }
}

function referenceFailure(error: unknown): Outcome {
  const { code } = error as { readonly code?: unknown };
  if (typeof code !== 'string') return { kind: 'crash', message: String(error) };
  return { kind: isLimitCode(code) ? 'limit' : 'error', code };
}

/** Neither the input nor the bindings may be changed by an evaluation; frozen, a change is an error. */
function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
