import { mappingFunctions } from '../../../src/mapping/functions/registry.ts';
import { readSuiteCases } from '../conformance/suite-cases.ts';
import { compareEngines, type Comparison } from './compare-engines.ts';
import { fuzzCase, type FuzzCase, type FuzzSeed } from './fuzz-case.ts';
import type { Outcome } from './outcome.ts';
import { shrink } from './shrink.ts';

export interface FuzzOptions {
  /** Number of the first case; the others follow it. */
  readonly seed: number;
  /** The minimum number of evaluations to compare. An expression has several. */
  readonly count?: number | undefined;
  /** Expressions to compare. */
  readonly cases?: number | undefined;
  /** Stops after this many differences. */
  readonly maxDifferences: number;
  readonly onProgress?: ((report: FuzzReport) => void) | undefined;
}

export interface FuzzReport {
  cases: number;
  evaluations: number;
  /** Evaluations of generated code, at most two per evaluation. */
  generatedRuns: number;
  /** Keyed by the reference's outcome. */
  readonly outcomes: Record<Outcome['kind'], number>;
  readonly verdicts: Record<Comparison['verdict'], number>;
  readonly differences: FuzzDifference[];
}

/** A difference, made as small as possible. */
export interface FuzzDifference {
  readonly seed: number;
  readonly text: string;
  readonly input: unknown;
  readonly mode: Comparison['mode'];
  readonly ours: Outcome;
  readonly reference: Outcome;
}

/** Compares our engine with the reference on random expressions and data. The same options give the same report. */
export async function runFuzz({
  seed,
  count = Infinity,
  cases = Infinity,
  maxDifferences,
  onProgress,
}: FuzzOptions): Promise<FuzzReport> {
  const seeds = suiteSeeds();
  const report: FuzzReport = {
    cases: 0,
    evaluations: 0,
    generatedRuns: 0,
    outcomes: { value: 0, nothing: 0, error: 0, crash: 0, limit: 0 },
    verdicts: { equal: 0, known: 0, crash: 0, limit: 0, different: 0 },
    differences: [],
  };
  while (report.evaluations < count && report.cases < cases && report.differences.length < maxDifferences) {
    const next = fuzzCase(seed + report.cases, seeds);
    const comparisons = await compareEngines(next);
    report.cases += 1;
    report.evaluations += comparisons.length;
    for (const { reference, verdict, generatedRuns } of comparisons) {
      report.generatedRuns += generatedRuns;
      report.outcomes[reference.kind] += 1;
      report.verdicts[verdict] += 1;
    }
    const different = comparisons.find(({ verdict }) => verdict === 'different');
    if (different !== undefined) report.differences.push(await smallest(next, different));
    if (report.cases % 1_000 === 0) onProgress?.(report);
  }
  return report;
}

async function smallest(found: FuzzCase, original: Comparison): Promise<FuzzDifference> {
  const { input } = original;
  const compare = async (text: string, of: unknown): Promise<Comparison | undefined> =>
    (await compareEngines({ ...found, text, inputs: [of] }))[0];
  const { text, input: small } = await shrink({ text: found.text, input }, async (candidate) => {
    const comparison = await compare(candidate.text, candidate.input);
    return comparison?.verdict === 'different' && kindOf(comparison) === kindOf(original);
  });
  const comparison = await compare(text, small);
  // The difference only appears after other inputs. The original case then tells more than a smaller one that does not
  // fail.
  if (comparison?.verdict !== 'different') {
    return { seed: found.seed, text: found.text, input, ...outcomesOf(original) };
  }
  return { seed: found.seed, text, input: small, ...outcomesOf(comparison) };
}

/** Keeps a difference from turning into another one while it gets smaller. */
function kindOf({ mode, ours, reference }: Comparison): string {
  const kinds = [ours, reference].map((outcome) => `${outcome.kind} ${'code' in outcome ? outcome.code : ''}`);
  return [mode, ...kinds].join();
}

function outcomesOf({ mode, ours, reference }: Comparison): Pick<FuzzDifference, 'mode' | 'ours' | 'reference'> {
  return { mode, ours, reference };
}

/** Expressions of the official suite, without disabled functions and functions that only we have. */
function suiteSeeds(): readonly FuzzSeed[] {
  const cases = readSuiteCases() ?? [];
  const ours = new Set(['eval', 'random', 'shuffle', ...mappingFunctions.map(({ name }) => name)]);
  const isComparable = (text: string): boolean =>
    [...text.matchAll(/\$(\w+)/g)].every(([, name = '']) => !ours.has(name));
  return cases.filter(({ text }) => text.length < 500 && isComparable(text));
}
