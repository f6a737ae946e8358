import { EvaluationFailure } from './failure.ts';
import { linearRegexSource } from './linear-regex-source.ts';
import { isLocal, regexCost, type Cost } from './regex-cost.ts';
import { readRegex, type RegexNode } from './regex-tree.ts';
import type { Run } from './run.ts';

/** Steps that V8's ordinary, backtracking engine may take for one search, when the linear engine could do it too. */
const quickSteps = 20_000;
/** Steps that a pattern may take when only the ordinary engine can run it. */
const mostSteps = 50_000_000;
/** The linear engine is used up to this product of text length and pattern length. */
const mostLinearWork = 10_000_000;
/** A pattern that could not even be run on a text of this length is refused altogether. */
const shortestLimit = 50;

/**
 * Compiles a regular expression, always with the flag `g`, so that it cannot run away in Node: V8's linear engine runs
 * the patterns for which its backtracking engine may need long. The linear engine is slower on ordinary texts but takes
 * time in proportion to the text. It is enabled at run time and selected with V8's flag `l`; nothing else changes. It
 * supports neither look-around nor backreferences. A pattern with these only accepts texts so short that backtracking
 * stays harmless, and one that may take exponential time is refused. We rejected V8's switch that falls back on the
 * linear engine after too much backtracking: it does not count what a simple loop does (`\s+$` took 9 s for 100,000
 * blanks), and does not support the flag `i`. A browser has no linear engine, so evaluate in a worker there, which can
 * be terminated.
 * @param flags `i` and `m` in any order
 * @throws EvaluationFailure `REGEX_UNSAFE`
 * @throws SyntaxError for an invalid pattern
 */
export function compileSafeRegex(pattern: string, flags: string): SafeRegex {
  const key = `${flags}/${pattern}`;
  const make = known.get(key) ?? planFor(pattern, flags);
  if (known.size >= mostKnown) known.clear();
  known.set(key, make);
  return make();
}

/** A literal is a new value each time it is evaluated, but is only analysed once. */
const known = new Map<string, () => SafeRegex>();
const mostKnown = 1_000;

interface Plan {
  /** The steps that the ordinary engine needs in the worst case. */
  readonly cost: Cost;
  /** The search looks no further than the match that it finds. */
  readonly isLocal: boolean;
  /** Texts up to this length go to the ordinary engine. */
  readonly quickLength: number;
  /** Longer texts are refused. */
  readonly limit: number;
  /** The pattern for the linear engine, if it accepts the pattern. */
  readonly linear: string | undefined;
}

function planFor(pattern: string, flags: string): () => SafeRegex {
  const allFlags = flags.includes('g') ? flags : `${flags}g`;
  const tree = readRegex(pattern);
  const cost = regexCost(tree, flags.includes('m'));
  const plan = { cost, isLocal: isLocal(tree), ...enginesFor(tree, { pattern, flags, cost }) };
  return () => new SafeRegex(new RegExp(pattern, allFlags), plan);
}

interface Written {
  readonly pattern: string;
  readonly flags: string;
  readonly cost: Cost;
}

function enginesFor(
  tree: RegexNode,
  { pattern, flags, cost }: Written,
): Pick<Plan, 'quickLength' | 'limit' | 'linear'> {
  const isQuick = cost.degree <= 1 && cost.factor <= shortestLimit;
  if (isQuick || !hasLinearEngine()) return { quickLength: Infinity, limit: Infinity, linear: undefined };
  const linear = linearRegexSource(tree, flags.includes('i'));
  if (linear === undefined || !isLinear(linear)) {
    return { quickLength: Infinity, limit: checkedLimit(pattern, cost), linear: undefined };
  }
  return {
    quickLength: longestText(quickSteps, cost),
    limit: Math.floor(mostLinearWork / linear.length),
    linear,
  };
}

/**
 * How much work counts as one step of a run: steps of the ordinary engine; for the linear engine, characters of text
 * times characters of pattern.
 */
const stepsPerTick = 16;
const linearWorkPerTick = 4;

/** A regular expression that keeps its position in the text and counts each search as work before it begins. */
export class SafeRegex {
  readonly #regex: RegExp;
  readonly #plan: Plan;
  #linear: RegExp | undefined;

  constructor(regex: RegExp, plan: Plan) {
    this.#regex = regex;
    this.#plan = plan;
  }

  get source(): string {
    return this.#regex.source;
  }

  get flags(): string {
    return this.#regex.flags;
  }

  get lastIndex(): number {
    return this.#regex.lastIndex;
  }

  set lastIndex(index: number) {
    this.#regex.lastIndex = index;
  }

  /** @throws EvaluationFailure `REGEX_UNSAFE` for a text that is too long for the pattern, and like `Run.spend` */
  exec(run: Run, text: string): RegExpExecArray | null {
    const { limit, isLocal: looksNoFurther } = this.#plan;
    if (text.length > limit) throw tooLong(this.source, limit);
    const isLinearSearch = text.length > this.#plan.quickLength;
    const from = this.lastIndex;
    const ticks = this.#ticksFor(text.length - from, isLinearSearch);
    run.spend(ticks);
    const found = isLinearSearch ? this.#execLinear(text) : this.#regex.exec(text);
    // The text after the match was not visited, so it must not count again for each further match.
    if (found !== null && looksNoFurther) run.refund(ticks - this.#ticksFor(this.lastIndex - from, isLinearSearch));
    return found;
  }

  #ticksFor(length: number, isLinearSearch: boolean): number {
    const { cost, linear } = this.#plan;
    if (!(length > 0)) return 1;
    if (isLinearSearch) return 1 + Math.floor((length * (linear?.length ?? 1)) / linearWorkPerTick);
    return 1 + Math.floor(Math.min(cost.factor * length ** cost.degree, mostSteps) / stepsPerTick);
  }

  #execLinear(text: string): RegExpExecArray | null {
    this.#linear ??= new RegExp(this.#plan.linear ?? '', this.flags.replace('i', '') + linearFlag);
    this.#linear.lastIndex = this.lastIndex;
    const found = this.#linear.exec(text);
    this.lastIndex = this.#linear.lastIndex;
    return found;
  }
}

function longestText(steps: number, { factor, degree }: Cost): number {
  if (!Number.isFinite(factor) || factor > steps) return 0;
  return Math.floor((steps / factor) ** (1 / Math.max(1, degree)));
}

function checkedLimit(pattern: string, cost: Cost): number {
  const limit = longestText(mostSteps, cost);
  if (limit >= shortestLimit) return limit;
  throw new EvaluationFailure(
    'REGEX_UNSAFE',
    `The regular expression ${pattern} can take very long. Repeat less in it, or do without look-around and backreferences.`,
    { value: pattern },
  );
}

function tooLong(pattern: string, limit: number): EvaluationFailure {
  return new EvaluationFailure(
    'REGEX_UNSAFE',
    `The regular expression ${pattern} can take too long for a text of more than ${limit} characters.`,
    { value: pattern },
  );
}

/** V8's own flag, which selects its linear engine. It fails for a pattern that the engine cannot run. */
const linearFlag = 'l';

let isLinearEngineOn: boolean | undefined;

function hasLinearEngine(): boolean {
  isLinearEngineOn ??= switchOn();
  return isLinearEngineOn;
}

function switchOn(): boolean {
  try {
    process.getBuiltinModule('node:v8').setFlagsFromString('--enable-experimental-regexp-engine');
    return isLinear('a');
  } catch {
    return false;
  }
}

function isLinear(source: string): boolean {
  try {
    return new RegExp(source, linearFlag).flags === linearFlag;
  } catch {
    return false;
  }
}
