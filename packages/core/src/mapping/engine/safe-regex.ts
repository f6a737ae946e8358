import { EvaluationFailure } from './failure.ts';
import { linearRegexSource } from './linear-regex-source.ts';
import { regexCost, type Cost } from './regex-cost.ts';
import { readRegex } from './regex-tree.ts';

/** Steps of V8's ordinary, backtracking engine that a few milliseconds are enough for. */
const quickSteps = 1_000_000;
/** Steps that a pattern may take which only the ordinary engine can run. */
const mostSteps = 50_000_000;
/** Length of the text times length of the pattern up to which the linear engine answers in a few tenths of a second. */
const mostLinearWork = 10_000_000;
/** A pattern that could not even be run on a text of this length is refused as a whole. */
const shortestLimit = 50;

/**
 * A regular expression, always with the flag `g`, that cannot run away in Node: what V8's backtracking engine may need
 * long for is run by V8's linear engine instead, which is slower on ordinary texts, but takes time in proportion to the
 * text. That engine is switched on while the program runs and is asked for with its flag `l`; nothing else changes. It
 * has no look-around and no backreferences: with these, a pattern only takes texts so short that backtracking stays
 * harmless, and one that may take exponential time is refused. Rejected: V8's switch that falls back on too much
 * backtracking by itself; it does not count what a simple loop does (`\s+$` took 9 s for 100,000 blanks), and leaves out
 * the flag `i`. A browser has no linear engine: there, evaluate in a worker that can be terminated.
 * @param flags `i` and `m` in any order
 * @throws EvaluationFailure `REGEX_UNSAFE`; `exec` throws it for a text that is too long for the pattern
 * @throws SyntaxError when the pattern is none
 */
export function compileSafeRegex(pattern: string, flags: string): RegExp {
  const key = `${flags}/${pattern}`;
  const make = known.get(key) ?? planFor(pattern, flags);
  if (known.size >= mostKnown) known.clear();
  known.set(key, make);
  return make();
}

/** A literal is a new value each time it is evaluated, but only looked into once. */
const known = new Map<string, () => RegExp>();
const mostKnown = 1_000;

function planFor(pattern: string, flags: string): () => RegExp {
  const allFlags = flags.includes('g') ? flags : `${flags}g`;
  const tree = readRegex(pattern);
  const cost = regexCost(tree, flags.includes('m'));
  const isQuick = cost.degree <= 1 && cost.factor <= shortestLimit;
  if (isQuick || !hasLinearEngine()) return () => new RegExp(pattern, allFlags);
  const source = linearRegexSource(tree, flags.includes('i'));
  if (source === undefined || !isLinear(source)) {
    const limit = checkedLimit(pattern, cost);
    return () => new BoundedRegExp(pattern, allFlags, limit);
  }
  const plan = {
    source,
    quickLength: longestText(quickSteps, cost),
    limit: Math.floor(mostLinearWork / source.length),
  };
  return () => new LinearRegExp(pattern, allFlags, plan);
}

/** Only the ordinary engine can run it. */
class BoundedRegExp extends RegExp {
  readonly #limit: number;

  constructor(pattern: string, flags: string, limit: number) {
    super(pattern, flags);
    this.#limit = limit;
  }

  override exec(text: string): RegExpExecArray | null {
    if (text.length > this.#limit) throw tooLong(this.source, this.#limit);
    return super.exec(text);
  }
}

interface LinearPlan {
  /** The pattern as the linear engine takes it. */
  readonly source: string;
  /** Texts up to this length go to the ordinary engine. */
  readonly quickLength: number;
  readonly limit: number;
}

class LinearRegExp extends RegExp {
  readonly #plan: LinearPlan;
  #linear: RegExp | undefined;

  constructor(pattern: string, flags: string, plan: LinearPlan) {
    super(pattern, flags);
    this.#plan = plan;
  }

  override exec(text: string): RegExpExecArray | null {
    const { source, quickLength, limit } = this.#plan;
    if (text.length <= quickLength) return super.exec(text);
    if (text.length > limit) throw tooLong(this.source, limit);
    this.#linear ??= new RegExp(source, this.flags.replace('i', '') + linearFlag);
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

/** V8's own, which asks for its linear engine; it fails for a pattern that engine cannot run. */
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
