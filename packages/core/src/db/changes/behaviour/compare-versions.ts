import { maskPersonalData } from '../../../masking/mask-personal-data.ts';
import type { BehaviourReport } from '../../../mapping/behaviour/behaviour-report.ts';
import { BehaviourTally, type Outcome } from '../../../mapping/behaviour/behaviour-tally.ts';
import { compileMapping, MappingError, type CompiledMapping } from '../../../mapping/compile-mapping.ts';
import type { ValueMapTables } from '../../../mapping/functions/function-definition.ts';
import type { BehaviourSample } from './sample.ts';

/** A mapping's text with the value maps that stand beside it. */
export interface MappingVersion {
  readonly text: string;
  readonly valueMaps: ValueMapTables;
}

export interface VersionComparison {
  readonly before: MappingVersion;
  readonly after: MappingVersion;
  /** Those that are equal count once. */
  readonly samples: readonly BehaviourSample[];
  /** The moment at which the clock of both versions stands, milliseconds since 1970. */
  readonly nowMs: number;
  readonly stepsPerEvaluation: number;
  /** Steps that all evaluations may still take together. */
  readonly stepsLeft: number;
}

export interface ComparedVersions {
  readonly report: BehaviourReport;
  readonly stepsLeft: number;
}

/**
 * Runs two versions of a mapping on the same inputs and reports what differs. Records are masked first, so that no
 * personal data is in the report. Work is counted in steps; the caller limits time and memory.
 */
export function compareVersions(
  comparison: VersionComparison,
  onStart: (index: number) => void = () => undefined,
): ComparedVersions {
  const { samples, nowMs, stepsPerEvaluation } = comparison;
  const tally = new BehaviourTally();
  let { stepsLeft } = comparison;
  const runOf = ({ text, valueMaps }: MappingVersion): Evaluate => {
    const onSpent = (steps: number): void => {
      stepsLeft -= steps;
    };
    return evaluator(text, { ...resultLimits, valueMaps, onSpent, maxTicks: stepsPerEvaluation, now: () => nowMs });
  };
  const before = runOf(comparison.before);
  const after = runOf(comparison.after);
  const seen = new Set<string>();
  for (const [index, { name, origin, given }] of samples.entries()) {
    if (stepsLeft <= 0) {
      tally.notCompared({ sample: '', origin }, outOfSteps, samples.length - index);
      break;
    }
    onStart(index);
    const input = inputOf(given, runOf);
    if (input === undefined) continue;
    const masked = origin === 'record' ? maskPersonalData(input.value) : undefined;
    const value = masked === undefined ? input.value : masked.value;
    const identity = JSON.stringify([value, input.bindings]);
    if (seen.has(identity)) continue;
    seen.add(identity);
    const shownName = masked === undefined ? name : masked.maskedText(name);
    tally.add({
      name: shownName,
      origin,
      before: before(value, input.bindings),
      after: after(value, input.bindings),
    });
  }
  return { report: tally.report(), stepsLeft };
}

const outOfSteps = 'These inputs were left out, because the mappings of this change take too many steps together.';

/** More than this nobody compares; a larger result counts as beyond the limits. */
const resultLimits = { maxResultSize: 100_000, maxResultLength: 2_000_000, deadlineMs: Infinity };

type Evaluate = (input: unknown, bindings?: Readonly<Record<string, unknown>>) => Outcome;

/** A text that cannot be parsed fails on every input. */
function evaluator(text: string, options: Parameters<typeof compileMapping>[1]): Evaluate {
  let compiled: CompiledMapping | undefined;
  return (input, bindings) => {
    try {
      compiled ??= compileMapping(text, options);
      return { output: compiled.evaluate(input, bindings) };
    } catch (error) {
      if (!(error instanceof MappingError)) throw error;
      return { failure: { code: error.code, message: error.message } };
    }
  };
}

interface GivenInput {
  readonly value: unknown;
  readonly bindings?: Readonly<Record<string, unknown>> | undefined;
}

/** Undefined when the input of a step cannot be computed again. */
function inputOf(
  given: BehaviourSample['given'],
  runOf: (version: MappingVersion) => Evaluate,
): GivenInput | undefined {
  if ('input' in given) return { value: given.input, bindings: given.bindings };
  const { expression, trigger, steps } = given;
  const outcome = runOf({ text: expression, valueMaps: {} })(trigger, { trigger, steps });
  return 'output' in outcome && outcome.output !== undefined ? { value: outcome.output } : undefined;
}
