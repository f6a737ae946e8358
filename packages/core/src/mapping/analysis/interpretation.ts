import { orWhenSpent, TooMuchWork, touch, withMeter, type WorkMeter } from '../work-meter.ts';
import { nearestNames } from '../functions/nearest-names.ts';
import { impureFunctions } from '../functions/declared-functions.ts';
import type { ArrayIr, Ir } from '../syntax/ir.ts';
import type { TextRange } from '../syntax/syntax-node.ts';
import { many, mayBeMany, none, one } from './count.ts';
import { evaluateApply, evaluateCall, evaluateLambda, evaluatePartial, evaluateTransform } from './evaluate-call.ts';
import { evaluateGroup, evaluateObject } from './evaluate-object.ts';
import { evaluateBinary, evaluateConditional, evaluateDefault, evaluateNegate } from './evaluate-operator.ts';
import { evaluatePath, filtered } from './evaluate-path.ts';
import { functionValue } from './function-value.ts';
import type { Interpreter } from './interpreter.ts';
import { knownFunctions } from './known-functions.ts';
import { applyFacts } from './narrow.ts';
import { originOf } from './origin.ts';
import type { FoundProblem } from './problem.ts';
import { Frame, type Scope } from './scope.ts';
import { keptList, listItems, listOf } from './sequence.ts';
import type { Site, Unit } from './site.ts';
import { suggestion } from './suggestion.ts';
import { UnitRun } from './unit-run.ts';
import { join, nothing, nullType, unknownValue, valueOf, type Type, type Value } from './value.ts';

/**
 * The number of expressions that one analysis may visit, and of fields that it may walk in their values: a basic number
 * for any text, more for each expression in it, and never more than the maximum. Nested calls and merged objects can
 * ask for any number. What exceeds the limit may be anything.
 */
const leastEvaluations = 5_000;
const evaluationsPerNode = 100;
const mostEvaluations = 150_000;
/** Names that one analysis compares for suggestions. Problems beyond that suggest nothing. */
const mostComparisons = 200_000;
const maxCalls = 40;
/** How often a function may occur inside itself. */
const maxRecursion = 1;

/** Expressions, and fields in their values, that several analyses together may still visit. Below zero, some of their answers are unknown. */
export interface AnalysisWork {
  left: number;
}

/**
 * Abstract interpretation: every expression is evaluated on what is known about its input instead of on an input. It
 * ends for any text: where functions call themselves, or the analysis would be too large, the result may be anything.
 */
export class Interpretation implements Interpreter, WorkMeter {
  readonly input: Value;
  readonly ancestors = new Map<string, Value>();
  readonly #areVariablesKnown: boolean;
  readonly #functions = new Map<string, Value | undefined>();
  readonly #active = new Map<Ir, number>();
  readonly #work: AnalysisWork;
  #budget = mostEvaluations;
  #left = mostEvaluations;
  #comparisons = mostComparisons;
  #calls = 0;
  #isSilent = false;
  #noted: Map<Ir, Value> | undefined;
  #unit: Unit | undefined;
  #run: UnitRun | undefined;

  constructor(input: Value, areVariablesKnown: boolean, work: AnalysisWork = { left: Infinity }) {
    this.input = input;
    this.#work = work;
    this.#areVariablesKnown = areVariablesKnown;
  }

  /** Starts with another text that has this many expressions. */
  begin(nodes: number): void {
    this.#budget = Math.min(leastEvaluations + evaluationsPerNode * nodes, mostEvaluations);
    this.restart();
  }

  /** Starts again with the same text and a fresh budget. */
  restart(): void {
    this.#left = this.#budget;
    this.#comparisons = mostComparisons;
    this.ancestors.clear();
  }

  /** Evaluates a unit of text and reports findings to `run`. */
  perform(run: UnitRun): Value {
    const [outer, unit] = [this.#run, this.#unit];
    [this.#run, this.#unit] = [run, run.unit];
    try {
      return withMeter(this, run.evaluate);
    } finally {
      [this.#run, this.#unit] = [outer, unit];
    }
  }

  /** Does work outside of expressions within the same limit. */
  attempt<Answer>(run: () => Answer, otherwise: () => Answer): Answer {
    return withMeter(this, () => orWhenSpent(run, otherwise));
  }

  /**
   * The value of every expression in these units, and in the functions they call. The values are not kept the first
   * time, because few are ever requested, and together they outweigh everything else.
   */
  observe(runs: readonly UnitRun[]): ReadonlyMap<Ir, Value> {
    const noted = new Map<Ir, Value>();
    this.#noted = noted;
    this.restart();
    for (const run of runs) this.perform(new UnitRun(run));
    this.#noted = undefined;
    return noted;
  }

  /** Called when a unit reads a variable of a frame that several units share. */
  readonly onRead = (frame: number, name: string, value: Value | undefined): void => {
    this.#run?.reads.push({ frame, name, value });
  };

  spend(expressions: number): void {
    this.#left -= expressions;
    this.#work.left -= expressions;
  }

  get isSpent(): boolean {
    return this.#left < 0 || this.#work.left < 0;
  }

  compare(names: number): boolean {
    this.#comparisons -= names;
    return this.#comparisons >= 0;
  }

  evaluate(ir: Ir, scope: Scope): Value {
    this.spend(1);
    if (this.isSpent) return this.#tooMuch(ir);
    try {
      let value = this.#kindValue(ir, scope);
      if (ir.predicates !== undefined) for (const filter of ir.predicates) value = filtered(this, filter, value, scope);
      if (ir.kind !== 'path') {
        if (ir.group !== undefined) value = evaluateGroup(this, ir.group, value, scope);
        if (ir.keepArray === true) value = keptSequence(ir, value);
      }
      this.note(ir, value);
      return value;
    } catch (error) {
      if (error instanceof TooMuchWork) return this.#tooMuch(ir);
      throw error;
    }
  }

  #tooMuch(ir: Ir): Value {
    return { ...unknownValue, through: { kind: 'unknown', site: this.site(ir) } };
  }

  #kindValue(ir: Ir, scope: Scope): Value {
    switch (ir.kind) {
      case 'literal':
        return literalValue(ir.value);
      case 'path':
        return evaluatePath(this, ir, scope);
      case 'variable':
        return this.variable(ir.name, ir, scope);
      case 'parent':
        return this.ancestors.get(ir.slot.label) ?? unknownValue;
      case 'array':
        return this.#array(ir, scope);
      case 'object':
        return evaluateObject(this, ir, scope);
      case 'negate':
        return evaluateNegate(this, ir, scope);
      case 'binary':
        return evaluateBinary(this, ir, scope);
      case 'conditional':
        return evaluateConditional(this, ir, scope);
      case 'default':
        return evaluateDefault(this, ir, scope);
      case 'block':
        return this.#block(ir.expressions, scope);
      case 'bind': {
        const value = this.evaluate(ir.value, scope);
        if (scope.frame.isShared) this.#run?.keepOut();
        scope.frame.bind(ir.target.name, value);
        return value;
      }
      default:
        return this.#functionKind(ir, scope);
    }
  }

  #functionKind(ir: Ir, scope: Scope): Value {
    switch (ir.kind) {
      case 'call':
        return evaluateCall(this, ir, scope);
      case 'apply':
        return evaluateApply(this, ir, scope);
      case 'partial':
        return evaluatePartial(this, ir, scope);
      case 'transform':
        return evaluateTransform(this, ir, scope);
      case 'lambda': {
        const value = evaluateLambda(this, ir, scope);
        this.#run?.lambdas.set(ir, value);
        return value;
      }
      case 'regex':
        return valueOf([{ kind: 'function', label: undefined, arity: 1, apply: () => regexMatch }]);
      case 'range': {
        const through = originOf(join(this.evaluate(ir.from, scope), this.evaluate(ir.to, scope)));
        return valueOf([{ kind: 'number', isInteger: true }], none | one | many, through);
      }
      default:
        // Names, sorts and similar nodes are steps of paths and are evaluated there.
        return unknownValue;
    }
  }

  #array({ items }: ArrayIr, scope: Scope): Value {
    return listOf(
      items.map((item) => {
        const value = this.evaluate(item, scope);
        // A list written within a list stays one item. Everything else is appended.
        return item.kind === 'array' ? value : listItems(value);
      }),
    );
  }

  #block(expressions: readonly Ir[], scope: Scope): Value {
    const inner = { ...scope, frame: new Frame(scope.frame) };
    let value = nothing;
    for (const expression of expressions) value = this.evaluate(expression, inner);
    return value;
  }

  variable(name: string, range: TextRange, scope: Scope): Value {
    const value = name === '' ? scope.input : scope.frame.lookup(name);
    if (value !== undefined) {
      const known = scope.facts.length === 0 ? value : applyFacts(value, value, '', scope.facts);
      return name === '' || known.at[0]?.path.isRoot === true ? this.#readHere(known, range) : known;
    }
    return this.#function(name) ?? this.#unknownVariable(name, range, scope);
  }

  /** A whole input or an item is read where the text mentions it. Other variables hold what was read before. */
  #readHere(value: Value, range: TextRange): Value {
    if (value.at.length === 0) return value;
    const site = this.site(range);
    return { ...value, at: value.at.map(({ path }) => ({ path, site })) };
  }

  function(name: string, range: TextRange, scope: Scope): Value {
    const own = name === '' ? scope.input : scope.frame.lookup(name);
    if (own === undefined) this.#checkAllowed(name, range);
    const value = own ?? this.#function(name);
    if (value !== undefined) return value;
    const names = [...knownFunctions().keys()].filter((known) => !Object.hasOwn(impureFunctions, known));
    this.#unknownName('UNKNOWN_FUNCTION', `There is no function $${name}.`, { name, names, range });
    return unknownValue;
  }

  #checkAllowed(name: string, range: TextRange): void {
    const reasons: Readonly<Record<string, string>> = impureFunctions;
    if (!Object.hasOwn(reasons, name)) return;
    this.report({
      code: 'UNKNOWN_FUNCTION',
      severity: 'error',
      site: { ...this.site(range), end: range.start + name.length + 1 },
      message: `$${name} cannot be used: ${reasons[name]}`,
    });
  }

  #function(name: string): Value | undefined {
    if (!this.#functions.has(name)) this.#functions.set(name, functionValue(this, name));
    return this.#functions.get(name);
  }

  #unknownVariable(name: string, range: TextRange, scope: Scope): Value {
    if (!this.#areVariablesKnown) return unknownValue;
    // The suggestion depends on variables that are not read.
    this.#run?.keepOut();
    const visible = scope.frame.names();
    touch(visible.length);
    const names = [...new Set(visible)].filter((known) => known !== '$');
    this.#unknownName('UNKNOWN_VARIABLE', `There is no variable $${name} here.`, { name, names, range });
    return unknownValue;
  }

  #unknownName(
    code: 'UNKNOWN_FUNCTION' | 'UNKNOWN_VARIABLE',
    sentence: string,
    { name, names, range }: { readonly name: string; readonly names: readonly string[]; readonly range: TextRange },
  ): void {
    const site = { ...this.site(range), end: range.start + name.length + 1 };
    const near = nearestNames(name, names);
    const [nearest] = near;
    const hint = code === 'UNKNOWN_FUNCTION' && nearest === undefined ? '' : suggestion(name, names, '$');
    this.report({
      code,
      severity: 'error',
      site,
      message: `${sentence} ${hint}`.trimEnd(),
      fix:
        nearest !== undefined && near.length === 1
          ? { title: `Write $${nearest}`, edits: [{ ...site, text: `$${nearest}` }] }
          : undefined,
    });
  }

  within(unit: Unit, lambda: Ir, run: () => Value): Value {
    this.#run?.applied.add(lambda);
    const active = this.#active.get(lambda) ?? 0;
    if (active > maxRecursion || this.#calls >= maxCalls) {
      return { ...unknownValue, through: { kind: 'unknown', site: this.site(lambda) } };
    }
    const outer = this.#unit;
    this.#unit = unit;
    this.#calls += 1;
    this.#active.set(lambda, active + 1);
    try {
      return run();
    } finally {
      this.#active.set(lambda, active);
      this.#calls -= 1;
      this.#unit = outer;
    }
  }

  silently<Answer>(run: () => Answer): Answer {
    const outer = this.#isSilent;
    this.#isSilent = true;
    try {
      return run();
    } finally {
      this.#isSilent = outer;
    }
  }

  site({ start, end }: TextRange): Site {
    return { start, end, unit: this.#unit ?? noUnit };
  }

  note(ir: Ir, value: Value): void {
    const noted = this.#noted;
    if (noted === undefined || this.#isSilent) return;
    // A function's body gets values from wherever it is called.
    const known = this.#calls === 0 ? undefined : noted.get(ir);
    noted.set(ir, known === undefined ? value : join(known, value));
  }

  report(problem: FoundProblem): void {
    if (!this.#isSilent) this.#run?.report(problem);
  }

  acquit(code: FoundProblem['code'], site: Site): void {
    if (this.#calls > 0 && !this.#isSilent) this.#run?.acquit(code, site);
  }
}

/** `[]` after a value keeps a sequence of one item as a list. Whether a call gives a sequence is not known. */
function keptSequence({ kind }: Ir, value: Value): Value {
  if (mayBeMany(value.count)) return keptList(value);
  return kind === 'call' || kind === 'apply' ? join(value, keptList(value)) : value;
}

const noUnit: Unit = { id: -1, shift: 0 };

const regexMatch = valueOf([{ kind: 'object', fields: new Map(), rest: unknownValue }], one | none);

function literalValue(value: string | number | boolean | null): Value {
  return valueOf([literalType(value)]);
}

function literalType(value: string | number | boolean | null): Type {
  switch (typeof value) {
    case 'string':
      return { kind: 'string', values: [value] };
    case 'number':
      return { kind: 'number', value, ...(Number.isInteger(value) && { isInteger: true }) };
    case 'boolean':
      return { kind: 'boolean', value };
    default:
      return nullType;
  }
}
