import type { FilterIr, Ir, PathIr, SortIr, StageIr } from '../syntax/ir.ts';
import { isAlwaysNone, mayBeMany, none, one, over, present, someOf, unstated } from './count.ts';
import { evaluateGroup } from './evaluate-object.ts';
import { anyField } from './field-access.ts';
import type { Interpreter } from './interpreter.ts';
import { applyFacts, joinKey } from './narrow.ts';
import { Frame, type Scope } from './scope.ts';
import { flatten, influencedBy, itemOf, keptList, listOf } from './sequence.ts';
import { readName } from './read-name.ts';
import { descendantSegment } from './source-path.ts';
import { unknownValue, valueOf, withCount, type Located, type Type, type Value } from './value.ts';

/** `a.b.c`: each step is evaluated once, on everything that an item of the previous step may be. */
export function evaluatePath(interpreter: Interpreter, path: PathIr, scope: Scope): Value {
  const isTuple = path.steps.some((step) => step.isTuple === true);
  const walk = new PathWalk(interpreter, scope, isTuple);
  for (const [index, step] of path.steps.entries()) walk.step(step, index);
  let { stream } = walk;
  if (walk.hasRead) stream = { ...stream, at: placedAt(interpreter, path, stream.at) };
  if (path.group !== undefined) return evaluateGroup(interpreter, path.group, stream, walk.scope);
  if (path.keepsSingleton !== true && path.keepArray !== true) return stream;
  const last = path.steps.at(-1);
  // A list that the last step builds is one item.
  const isItem = last?.kind === 'array' && !isTuple && !mayBeMany(stream.count);
  return isItem ? withCount(listOf([stream]), one | (stream.count & (none | unstated))) : keptList(stream);
}

/** A path reads its fields where the path is written, wherever the variables in it got their values. */
function placedAt(interpreter: Interpreter, path: PathIr, at: readonly Located[]): readonly Located[] {
  if (at.length === 0) return at;
  const site = interpreter.site(path);
  return at.map((located) => ({ path: located.path, site }));
}

class PathWalk {
  readonly #interpreter: Interpreter;
  /** Lists that are built on the way are then not kept together. */
  readonly #isTuple: boolean;
  stream: Value;
  /** The scope with the variables that steps bind. */
  scope: Scope;
  hasRead = false;
  /** The start of a path of plain names, and the names so far. Conditions may have ensured that they exist. */
  #root: Value | undefined;
  #key = '';

  constructor(interpreter: Interpreter, scope: Scope, isTuple: boolean) {
    this.#interpreter = interpreter;
    this.#isTuple = isTuple;
    // A path on nothing is evaluated once, on nothing.
    this.stream = withCount(scope.input, present(scope.input.count));
    this.scope = scope;
    this.#root = scope.facts.length === 0 ? undefined : scope.input;
  }

  step(step: Ir, index: number): void {
    if (step.kind === 'sort') {
      this.stream = this.#stages(step, sorted(this.#interpreter, step, this.stream, this.scope));
      return;
    }
    if (index === 0 && step.kind === 'variable') {
      this.#first(step);
      return;
    }
    // The input of the whole mapping is one value, even when it is a list.
    const isWhole = index === 0 && this.scope.input === this.#interpreter.input;
    const outer = isWhole ? this.stream : flatten(this.stream);
    const item = itemOf(outer);
    if (step.ancestor !== undefined) this.#interpreter.ancestors.set(step.ancestor.label, item);
    // A step that is never reached is evaluated for its types only, without reporting problems.
    const isReached = index === 0 || !isAlwaysNone(outer.count);
    const result = isReached ? this.#stepValue(step, item) : this.#unreached(step, item);
    const isKept = step.kind === 'array' && step.isConstructed === true && !this.#isTuple;
    const isFlat = (mayBeMany(outer.count) || this.#isTuple) && !isKept;
    const inner = isFlat ? flatten(result) : result;
    const whole = { ...inner, count: over(outer.count, inner.count) };
    this.#bind(step, whole);
    if (step.focus === undefined) this.stream = this.#narrowed(step, whole);
    else this.stream = { ...outer, count: whole.count };
  }

  #first(step: Ir & { kind: 'variable' }): void {
    const value = this.#interpreter.evaluate(step, this.scope);
    const isPlain = step.predicates === undefined && step.stages === undefined;
    if (this.#root !== undefined && step.name !== '') {
      this.#root = isPlain ? this.scope.frame.lookup(step.name) : undefined;
    }
    const staged = this.#stages(step, value);
    this.#bind(step, staged);
    this.stream = staged;
  }

  #stepValue(step: Ir, item: Value): Value {
    const scope = { ...this.scope, input: item };
    switch (step.kind) {
      case 'name':
        this.hasRead = true;
        return this.#stages(step, this.#noted(step, readName(this.#interpreter, step, item)));
      case 'wildcard':
        this.hasRead = true;
        return this.#stages(step, this.#noted(step, anyField(item)));
      case 'descendant': {
        this.hasRead = true;
        const at = item.at.map(({ path, site }) => ({ path: path.segment(descendantSegment), site }));
        return this.#stages(step, this.#noted(step, { ...unknownValue, at, through: item.through }));
      }
      default:
        return this.#stages(step, this.#interpreter.evaluate(step, scope));
    }
  }

  #unreached(step: Ir, item: Value): Value {
    return this.#interpreter.silently(() => this.#stepValue(step, item));
  }

  #noted(step: Ir, value: Value): Value {
    this.#interpreter.note(step, value);
    return value;
  }

  #stages(step: Ir, value: Value): Value {
    let result = value;
    for (const stage of step.stages ?? []) result = this.#stage(stage, result, step.focus);
    return result;
  }

  #stage(stage: StageIr, value: Value, focus: string | undefined): Value {
    if (stage.kind === 'index') {
      this.#bindVariable(stage.name, indexValue);
      return value;
    }
    if (focus === undefined) return filtered(this.#interpreter, stage, value, this.scope);
    // The filter of a bound step sees the item only through its variable.
    this.#bindVariable(focus, itemOf(flatten(value)));
    const by = this.#interpreter.evaluate(stage.predicate, this.scope);
    const items = flatten(value);
    return influencedBy({ ...items, count: someOf(items.count) }, 'filter', by);
  }

  #bind({ focus, index }: Ir, value: Value): void {
    if (focus !== undefined) this.#bindVariable(focus, itemOf(flatten(value)));
    if (index !== undefined) this.#bindVariable(index, indexValue);
  }

  #bindVariable(name: string, value: Value): void {
    const frame = new Frame(this.scope.frame);
    frame.bind(name, value);
    this.scope = { ...this.scope, frame };
  }

  #narrowed(step: Ir, value: Value): Value {
    if (this.#root === undefined) return value;
    if (step.kind !== 'name' || step.stages !== undefined) {
      this.#root = undefined;
      return value;
    }
    this.#key = joinKey(this.#key, step.name);
    return applyFacts(value, this.#root, this.#key, this.scope.facts);
  }
}

const indexValue = valueOf([{ kind: 'number', isInteger: true }]);

/**
 * `value[predicate]`: selects by position where the predicate is a number, and otherwise the items for which it is
 * true.
 */
export function filtered(interpreter: Interpreter, { predicate }: FilterIr, value: Value, scope: Scope): Value {
  const items = flatten(value);
  const by = interpreter.evaluate(predicate, { ...scope, input: itemOf(items) });
  if (predicate.kind === 'literal' && typeof predicate.value === 'number') {
    const isAnEnd = predicate.value >= -1 && predicate.value < 1;
    return { ...items, count: one | (items.count & (none | unstated)) | (isAnEnd ? 0 : none) };
  }
  const isPosition = by.types.length > 0 && by.types.every(({ kind }) => kind === 'number') && !mayBeMany(by.count);
  // A computed position is assumed to exist.
  if (isPosition) return influencedBy({ ...items, count: one | unstated }, 'filter', by);
  const types = items.types.length > 1 ? possibleTypes(interpreter, predicate, items, scope) : items.types;
  return influencedBy({ ...items, types, count: someOf(items.count) }, 'filter', by);
}

/** Keeps the types of an item for which the predicate is not known to be false. */
function possibleTypes(interpreter: Interpreter, predicate: Ir, items: Value, scope: Scope): readonly Type[] {
  return interpreter.silently(() =>
    items.types.filter((type) => {
      const by = interpreter.evaluate(predicate, { ...scope, input: { ...items, types: [type], count: one } });
      return isAlwaysNone(by.count) ? by.types.length > 0 : !by.types.every(isFalse);
    }),
  );
}

const isFalse = (type: Type): boolean => type.kind === 'boolean' && type.value === false;

function sorted(interpreter: Interpreter, { terms }: SortIr, stream: Value, scope: Scope): Value {
  const items = flatten(stream);
  let result = items;
  for (const { expression } of terms) {
    const by = interpreter.evaluate(expression, { ...scope, input: itemOf(items) });
    result = influencedBy(result, 'sort', by);
  }
  return result;
}
