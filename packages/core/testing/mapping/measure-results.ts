import { isDeepStrictEqual } from 'node:util';
import { compileMapping, MappingError, type CompiledMapping } from '../../src/mapping/compile-mapping.ts';
import type { SuiteCase } from './conformance/suite-cases.ts';

/** The outcome of evaluating the official suite. `differences` are sentences, each naming its case. */
export interface ResultConformance {
  /** Cases with the result, or the error code, that the suite expects. */
  readonly equal: number;
  /** Cases that were evaluated (those whose text can be parsed), per mode. Generated code may decline an input. */
  readonly evaluated: Readonly<Record<Mode, number>>;
  readonly differences: readonly string[];
}

type Mode = CompiledMapping['mode'];

/** With `generated`, each text is evaluated twice, and the evaluation with the code made for the first one counts. */
export function measureResults(cases: readonly SuiteCase[], asked: Mode): ResultConformance {
  const evaluated = { closures: 0, generated: 0 };
  const differences: string[] = [];
  for (const each of cases) {
    const { outcome, mode } = outcomeOf(each, asked);
    if (mode !== undefined) evaluated[mode] += 1;
    if (isExpected(outcome, each)) continue;
    differences.push(`${each.name}: ${JSON.stringify({ text: each.text, expected: each.expected, outcome })}`);
  }
  return { equal: cases.length - differences.length, evaluated, differences };
}

type Outcome = { readonly value: unknown } | { readonly code: string; readonly token: string | undefined };

/** More than any case needs that sets no limit itself; the suite makes lists of ten million numbers. */
const generous = { maxItems: 1e7, maxResultSize: 1e7, maxTicks: 1e9, deadlineMs: Infinity };

/** Steps per millisecond that the suite allows for a case. */
const ticksPerMs = 2_000;

/**
 * The suite counts every node on the way as a level of nesting, whereas we count only calls. Each level of its
 * recursive functions, for which it sets the limits, is a condition, an operator and a call.
 */
const nodesPerCall = 3;

function outcomeOf(
  { text, input, bindings, timelimit, depth }: SuiteCase,
  asked: Mode,
): { readonly outcome: Outcome; readonly mode: Mode | undefined } {
  let mode: Mode | undefined;
  try {
    const mapping = compileMapping(text, {
      ...generous,
      mode: asked,
      ...(timelimit !== undefined && { maxTicks: timelimit * ticksPerMs }),
      ...(depth !== undefined && { maxDepth: Math.floor(depth / nodesPerCall) }),
      isImpureAllowed: true,
    });
    ({ mode } = mapping);
    if (asked === 'generated') mapping.evaluate(input, bindings);
    const value = mapping.evaluate(input, bindings);
    ({ mode } = mapping);
    return { outcome: { value }, mode };
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    return { outcome: { code: error.code, token: error.token }, mode };
  }
}

/** The suite's own runner stops a case that takes too long or nests too deeply, with a code of its own. */
const codesOfLimits = new Map([['U1001', ['D1011', 'TOO_MANY_STEPS']]]);

function isExpected(outcome: Outcome, { expected }: SuiteCase): boolean {
  if ('code' in outcome) {
    if (expected.kind !== 'error') return false;
    const codes = codesOfLimits.get(expected.code) ?? [expected.code];
    return codes.includes(outcome.code) && (expected.token === undefined || expected.token === outcome.token);
  }
  if (expected.kind === 'nothing') return outcome.value === undefined;
  return expected.kind === 'value' && isDeepStrictEqual(outcome.value, expected.value);
}
