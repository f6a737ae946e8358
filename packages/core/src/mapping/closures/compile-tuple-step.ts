import type { Run } from '../engine/run.ts';
import { tupleOf, type Tuple } from '../engine/tuple.ts';
import { isTupleStream, type Sequence } from '../engine/value.ts';
import type { Ir, StageIr } from '../syntax/ir.ts';
import type { Compiler } from './closure.ts';
import { compileFilter } from './compile-filter.ts';
import { compileSort } from './compile-sort.ts';
import type { Frame } from './frame.ts';
import { weightOf } from './weight-of.ts';

/** Gets the tuples of the previous step. The first such step gets the items of the input instead. */
export type TupleStep = (
  items: readonly unknown[],
  tuples: readonly Tuple[] | undefined,
  frame: Frame,
  run: Run,
) => readonly Tuple[];

/** A step of a path with `@`, `#` or `%`. */
export function compileTupleStep(step: Ir, compiler: Compiler): TupleStep {
  const stages = (step.stages ?? []).map((stage) => compileStage(stage, compiler));
  const bind = step.kind === 'sort' ? compileTupleSort(step, compiler) : compileBindings(step, compiler);
  if (stages.length === 0) return bind;
  return (items, tuples, frame, run) => {
    let result = bind(items, tuples, frame, run);
    for (const stage of stages) result = stage(result, frame, run);
    return result;
  };
}

function compileTupleSort(step: Ir & { kind: 'sort' }, compiler: Compiler): TupleStep {
  const sort = compileSort(step, compiler);
  const { index } = step;
  return (items, tuples, frame, run) => {
    if (tuples !== undefined) return sort(tuples, frame, run) as readonly Tuple[];
    return tupleStream(
      sort(items, frame, run).map((item, position): Tuple => {
        const tuple = tupleOf(item);
        return index === undefined ? tuple : { ...tuple, [index]: position };
      }),
    );
  };
}

function compileBindings(step: Ir, compiler: Compiler): TupleStep {
  const evaluate = compiler.compile(step);
  const extend = compileExtend(step);
  const weight = weightOf(step);
  return (items, tuples, frame, run) => {
    const result: Tuple[] = [];
    for (const tuple of tuples ?? items.map(tupleOf)) {
      if ((run.ticks -= weight) < 0) run.nextSlice();
      const value = evaluate(tuple['@'], frame.ofTuple(tuple), run);
      if (value === undefined) continue;
      const list: readonly unknown[] = Array.isArray(value) ? value : [value];
      const isStream = isTupleStream(value);
      run.spend(list.length);
      for (let position = 0; position < list.length; position += 1) {
        const item = list[position];
        result.push(isStream ? { ...tuple, ...(item as Tuple) } : extend(tuple, item, position));
      }
      run.checkItems(result.length);
    }
    return tupleStream(result);
  };
}

/** An empty name binds nothing, as in the reference. */
function compileExtend({
  focus = '',
  index = '',
  ancestor,
}: Ir): (tuple: Tuple, item: unknown, position: number) => Tuple {
  const label = ancestor?.label;
  return (tuple, item, position) => {
    const extended: Record<string, unknown> = { ...tuple };
    if (focus === '') extended['@'] = item;
    else define(extended, focus, item);
    if (index !== '') define(extended, index, position);
    if (label !== undefined) extended[label] = tuple['@'];
    return extended as Tuple;
  };
}

/** Unlike an assignment, harmless with any name. */
function define(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(target, name, { value, enumerable: true, configurable: true });
  else target[name] = value;
}

type Stage = (tuples: readonly Tuple[], frame: Frame, run: Run) => readonly Tuple[];

function compileStage(stage: StageIr, compiler: Compiler): Stage {
  if (stage.kind === 'filter') {
    const filter = compileFilter(stage, compiler);
    return (tuples, frame, run) => filter(tuples, frame, run) as readonly Tuple[];
  }
  const { name } = stage;
  return (tuples, _frame, run) => {
    run.spend(tuples.length);
    return tupleStream(tuples.map((tuple, position): Tuple => ({ ...tuple, [name]: position })));
  };
}

function tupleStream(tuples: readonly Tuple[]): readonly Tuple[] {
  const stream = tuples as unknown as Sequence;
  stream.isSequence = true;
  stream.isTupleStream = true;
  return tuples;
}
