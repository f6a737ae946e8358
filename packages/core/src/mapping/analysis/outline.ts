import { countNodes } from './parts-of.ts';
import type { Ir } from '../syntax/ir.ts';
import { nothing, unknownValue, valueOf, type Field, type Value } from './value.ts';
import { applyFunction, unknownCall } from './apply-function.ts';
import { one } from './count.ts';
import { functionValue } from './function-value.ts';
import type { Interpretation } from './interpretation.ts';
import { Frame, type Scope } from './scope.ts';
import { UnitRun } from './unit-run.ts';

/**
 * The outermost part of a text, evaluated piece by piece. The variables of its blocks and the fields of the object at
 * its end are separate units. A unit is evaluated again only when its text, or what it sees, has changed.
 */
export class Outline {
  readonly #interpretation: Interpretation;
  /** Frames outlive the texts, because functions that were kept refer to them. */
  readonly #frames: Frame[];
  #known = new Map<string, UnitRun[]>();
  #next = new Map<string, UnitRun[]>();
  #runs: UnitRun[] = [];
  #text = '';
  #nextId = 0;

  /** `outer` holds the input and the bindings. */
  constructor(interpretation: Interpretation, outer: Frame) {
    this.#interpretation = interpretation;
    this.#frames = [outer];
  }

  /** The value of every expression in these units, wherever they are called. */
  observe(runs: readonly UnitRun[]): ReadonlyMap<Ir, Value> {
    return this.#interpretation.observe(runs);
  }

  /** The stretches that were evaluated, in the order of the text. */
  get runs(): readonly UnitRun[] {
    return this.#runs;
  }

  evaluate(text: string, ir: Ir): Value {
    this.#text = text;
    this.#runs = [];
    this.#next = new Map();
    this.#interpretation.begin(countNodes(ir));
    const [frame = new Frame()] = this.#frames;
    const value = this.#whole(ir, { input: this.#interpretation.input, frame, facts: [] }, 0);
    this.#runUncalled();
    this.#known = this.#next;
    return value;
  }

  #whole(ir: Ir, scope: Scope, depth: number): Value {
    if (ir.predicates !== undefined || ir.group !== undefined || ir.keepArray === true)
      return this.#unit(ir, scope, depth);
    switch (ir.kind) {
      case 'block':
        return this.#block(ir.expressions, scope, depth + 1);
      case 'object':
        return this.#object(ir, scope, depth);
      case 'call':
        return this.#call(ir, scope, depth);
      default:
        return this.#unit(ir, scope, depth);
    }
  }

  #block(expressions: readonly Ir[], scope: Scope, depth: number): Value {
    const inner = { ...scope, frame: this.#frameAt(depth, scope.frame) };
    let value = nothing;
    for (const [index, expression] of expressions.entries()) {
      if (expression.kind === 'bind' && expression.predicates === undefined && expression.group === undefined) {
        value = this.#unit(expression.value, inner, depth);
        inner.frame.bind(expression.target.name, value);
      } else if (index === expressions.length - 1) value = this.#whole(expression, inner, depth);
      else value = this.#unit(expression, inner, depth);
    }
    return value;
  }

  #frameAt(depth: number, parent: Frame): Frame {
    const frame = (this.#frames[depth] ??= new Frame(parent, (name, value) =>
      this.#interpretation.onRead(depth, name, value),
    ));
    frame.clear();
    return frame;
  }

  #object(ir: Ir & { kind: 'object' }, scope: Scope, depth: number): Value {
    const names = ir.entries.map(({ key }) => (key.kind === 'literal' ? key.value : undefined));
    const isPlain = names.every((name) => typeof name === 'string') && new Set(names).size === names.length;
    if (!isPlain) return this.#unit(ir, scope, depth);
    const fields = new Map<string, Field>();
    for (const [index, { key, value: written }] of ir.entries.entries()) {
      const { value = unknownValue, ir: analysed, unit } = this.#run(written, scope, depth);
      // The range that it would have where the value was analysed.
      const keySite = { start: key.start - unit.shift, end: key.end - unit.shift, unit };
      fields.set(String(names[index]), {
        value,
        key: keySite,
        site: { start: analysed.start, end: analysed.end, unit },
      });
    }
    const written = { start: ir.start, end: ir.end, unit: this.#newUnit() };
    return valueOf([{ kind: 'object', fields, rest: undefined, written }], one);
  }

  /** `$compact({ … })` and similar calls: the call is evaluated again, its argument piece by piece. */
  #call(ir: Ir & { kind: 'call' }, scope: Scope, depth: number): Value {
    const [arg] = ir.args;
    const name = ir.callee.kind === 'variable' ? ir.callee.name : '';
    const isOurs = scope.frame.lookup(name) === undefined;
    const callee = name === 'compact' && isOurs ? functionValue(this.#interpretation, name) : undefined;
    if (callee === undefined || arg?.kind !== 'object' || ir.args.length !== 1) return this.#unit(ir, scope, depth);
    const value = this.#whole(arg, scope, depth);
    const unit = this.#newUnit();
    const site = { start: arg.start, end: arg.end, unit };
    const call = { args: [value], sites: [site], site: { start: ir.start, end: ir.end, unit }, context: scope.input };
    return this.#interpretation.attempt(
      () => applyFunction(callee, call),
      () => unknownCall(call, callee),
    );
  }

  #newUnit() {
    this.#nextId += 1;
    return { id: this.#nextId, shift: 0 };
  }

  #unit(ir: Ir, scope: Scope, depth: number): Value {
    return this.#run(ir, scope, depth).value ?? unknownValue;
  }

  #run(ir: Ir, scope: Scope, depth: number): UnitRun {
    const text = this.#text.slice(ir.start, ir.end);
    const kept = this.#takeKept(text, depth);
    const evaluate = () => this.#interpretation.evaluate(ir, scope);
    const run = kept ?? new UnitRun({ unit: this.#newUnit(), ir, text, depth, evaluate });
    if (kept === undefined) run.value = this.#interpretation.perform(run);
    else kept.unit.shift = ir.start - kept.ir.start;
    this.#runs.push(run);
    if (run.isKept) {
      const runs = this.#next.get(text);
      if (runs === undefined) this.#next.set(text, [run]);
      else runs.push(run);
    }
    return run;
  }

  /** Finds the earlier result for the same text, if its variables still have the same values. */
  #takeKept(text: string, depth: number): UnitRun | undefined {
    const runs = this.#known.get(text);
    const index = runs?.findIndex((run) => run.depth === depth && this.#isValid(run)) ?? -1;
    return index < 0 ? undefined : runs?.splice(index, 1)[0];
  }

  #isValid({ reads }: UnitRun): boolean {
    return reads.every(({ frame, name, value }) => this.#frames[frame]?.peek(name) === value);
  }

  /** Functions that nothing calls are analysed too, with arguments that may be anything. */
  #runUncalled(): void {
    const applied = new Set<Ir>();
    const open: (readonly [Ir, Value, UnitRun])[] = [];
    for (const run of this.#runs) {
      for (const ir of run.applied) applied.add(ir);
      for (const [ir, value] of run.lambdas) open.push([ir, value, run]);
    }
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      const [ir, value, { unit }] = next;
      if (applied.has(ir)) continue;
      const evaluate = () => applyUnknown(value, ir, unit);
      const run = new UnitRun({ unit, ir, text: '', depth: 0, evaluate });
      run.value = this.#interpretation.perform(run);
      this.#runs.push(run);
      for (const inner of run.applied) applied.add(inner);
      for (const [innerIr, innerValue] of run.lambdas) open.push([innerIr, innerValue, run]);
    }
  }
}

function applyUnknown(value: Value, ir: Ir, unit: UnitRun['unit']): Value {
  const site = { start: ir.start, end: ir.end, unit };
  const args = ir.kind === 'lambda' ? ir.parameters.map(() => unknownValue) : [];
  return applyFunction(value, { args, sites: args.map(() => site), site, context: unknownValue });
}
