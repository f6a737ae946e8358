import { isLimitCode } from '../../../src/mapping/engine/limits.ts';
import { parseMapping } from '../../../src/mapping/syntax/parse-mapping.ts';
import type { FuzzCase } from './fuzz-case.ts';
import { ourEngine, type EngineMode } from './our-engine.ts';
import { outcomeOf, sameOutcome, type Outcome } from './outcome.ts';
import { loadReference } from './reference.ts';

export interface Comparison {
  readonly input: unknown;
  /** The mode with the wrong outcome; closures if none is wrong. */
  readonly mode: EngineMode;
  readonly ours: Outcome;
  /** The expected outcome: the reference's, or that of the closures if only generated code differs. */
  readonly reference: Outcome;
  /**
   * `known`: equal to the reference once the known differences are patched. `crash`: the reference failed with an
   * internal JavaScript error, and ours did not. `limit`: one of them gave up.
   */
  readonly verdict: 'equal' | 'known' | 'crash' | 'limit' | 'different';
  /** In how many modes generated code was also evaluated. */
  readonly generatedRuns: number;
}

const reference = loadReference('original');
const mended = loadReference('mended');

/** Evaluates a case with the reference and with our engine in every mode, and compares the outcomes input by input. */
export async function compareEngines(of: FuzzCase): Promise<readonly Comparison[]> {
  const closures = ourEngine(of, 'closures') ?? unreachable();
  const generated = (['generated', 'specialised'] as const).map((mode) => ({ mode, evaluate: ourEngine(of, mode) }));
  const theirs = referenceEngine(reference, of);
  const comparisons: Comparison[] = [];
  // A text that cannot be parsed fails the same way for any input.
  const inputs = parseMapping(of.text).errors.length > 0 ? of.inputs.slice(0, 1) : of.inputs;
  for (const input of inputs) {
    const ours = closures(input);
    // Ours runs first: what it refuses as too much would keep the reference busy for minutes.
    const their = ours.kind === 'limit' ? ours : await theirs(input);
    const verdict = await verdictOn(ours, their, () => referenceEngine(mended, of)(input));
    const byClosures: Comparison = { input, mode: 'closures', ours, reference: their, verdict, generatedRuns: 0 };
    comparisons.push(generated.reduce((found, { mode, evaluate }) => withMode(found, mode, evaluate), byClosures));
  }
  return comparisons;
}

/** The comparison so far, or that of this mode if its outcome differs from the closures'. */
function withMode(found: Comparison, mode: EngineMode, evaluate: ReturnType<typeof ourEngine>): Comparison {
  if (evaluate === undefined || found.mode !== 'closures' || found.ours.kind === 'limit') return found;
  const ours = evaluate(found.input);
  const generatedRuns = found.generatedRuns + 1;
  if (sameOutcome(ours, found.ours)) return { ...found, generatedRuns };
  return { input: found.input, mode, ours, reference: found.ours, verdict: 'different', generatedRuns };
}

async function verdictOn(ours: Outcome, theirs: Outcome, ask: () => Promise<Outcome>): Promise<Comparison['verdict']> {
  if (ours.kind === 'limit' || theirs.kind === 'limit') return 'limit';
  if (sameOutcome(ours, theirs)) return 'equal';
  if (isAcceptedCrash(ours, theirs)) return 'crash';
  const mendedOutcome = await ask();
  if (sameOutcome(ours, mendedOutcome)) return 'known';
  return isAcceptedCrash(ours, mendedOutcome) ? 'crash' : 'different';
}

/** Where the reference has a bug there is no right answer, but ours must not have a bug as well. */
const isAcceptedCrash = (ours: Outcome, theirs: Outcome): boolean =>
  theirs.kind === 'crash' && ours.kind !== 'crash' && !(ours.kind === 'error' && ours.code === 'MAPPING_FAILED');

function referenceEngine(
  jsonata: typeof reference,
  { text, bindings }: FuzzCase,
): (input: unknown) => Promise<Outcome> {
  try {
    const expression = jsonata(text, { timeout: 60_000, stack: 5_000 });
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

function unreachable(): never {
  throw new Error('Closures evaluate everything.');
}
