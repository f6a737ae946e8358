import { isUnsafeKey } from '../engine/check-key.ts';
import { Groups } from '../engine/groups.ts';
import { locate } from '../engine/locate.ts';
import type { Run } from '../engine/run.ts';
import { reduceTuples, type Tuple } from '../engine/tuple.ts';
import { isTupleStream } from '../engine/value.ts';
import type { EntryIr, GroupIr } from '../syntax/ir.ts';
import type { Closure, Compiler, KindCompiler } from './closure.ts';
import type { Frame } from './frame.ts';
import { weightOf } from './weight-of.ts';

interface Entry {
  readonly key: Closure;
  readonly value: Closure;
  /** The steps that each item counts as. */
  readonly weight: number;
  readonly site: { readonly range: { readonly start: number; readonly end: number }; readonly token: '{' };
}

/** `{key: value}`: groups the items of its input by key. For an input that is not a list, it builds an object. */
export const compileObject: KindCompiler<'object'> = (ir, compiler) => {
  const entries = compileEntries(ir.entries, compiler);
  const grouped = groupBy(entries);
  const names = namesOf(ir.entries);
  if (names === undefined) return grouped;
  return (input, frame, run) => {
    if (Array.isArray(input)) return grouped(input, frame, run);
    const record: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index += 1) {
      const value = entries[index]?.value(input, frame, run);
      if (value !== undefined) record[names[index] ?? ''] = value;
    }
    return record;
  };
};

/** Groups the value that it gets as input. The scope is that around the expression. */
export function compileGroup({ entries }: GroupIr, compiler: Compiler): Closure {
  return groupBy(compileEntries(entries, compiler));
}

function compileEntries(entries: readonly EntryIr[], compiler: Compiler): readonly Entry[] {
  return entries.map(({ key, value }): Entry => {
    const site = { range: { start: key.start, end: key.end }, token: '{' } as const;
    return { key: compiler.compile(key), value: compiler.compile(value), weight: weightOf(key, value), site };
  });
}

function groupBy(entries: readonly Entry[]): Closure {
  return (input, frame, run) =>
    isTupleStream(input) ? groupTuples(entries, input, frame, run) : groupItems(entries, input, frame, run);
}

function groupItems(entries: readonly Entry[], input: unknown, frame: Frame, run: Run): unknown {
  // Without an item, the entries are evaluated for a missing one, so literal keys still give an object.
  const items: readonly unknown[] = !Array.isArray(input) ? [input] : input.length === 0 ? [undefined] : input;
  const groups = new Groups();
  for (const item of items) {
    gather(entries, groups, { item, context: item, frame, run });
  }
  return groups.toRecord((entry, gathered) => entries[entry]?.value(gathered, frame, run));
}

function groupTuples(entries: readonly Entry[], tuples: readonly unknown[], frame: Frame, run: Run): unknown {
  const groups = new Groups();
  for (const tuple of tuples as readonly Tuple[]) {
    gather(entries, groups, { item: tuple, context: tuple['@'], frame: frame.ofTuple(tuple), run });
  }
  return groups.toRecord((entry, gathered) => {
    const tuple = reduceTuples(run, gathered);
    return entries[entry]?.value(tuple['@'], frame.ofTuple(tuple), run);
  });
}

interface Member {
  readonly item: unknown;
  readonly context: unknown;
  readonly frame: Frame;
  readonly run: Run;
}

function gather(entries: readonly Entry[], groups: Groups, { item, context, frame, run }: Member): void {
  for (const [index, { key, weight, site }] of entries.entries()) {
    if ((run.ticks -= weight) < 0) run.nextSlice();
    const name = key(context, frame, run);
    try {
      groups.add(run, name, index, item);
    } catch (error) {
      throw locate(error, site);
    }
  }
}

/** The names, if all of them are known, different and harmless. Then nothing needs to be grouped. */
function namesOf(entries: readonly EntryIr[]): readonly string[] | undefined {
  const names: string[] = [];
  for (const { key } of entries) {
    if (key.kind !== 'literal' || typeof key.value !== 'string') return undefined;
    if (key.predicates !== undefined || key.group !== undefined || isUnsafeKey(key.value)) return undefined;
    // Keys that are whole numbers come first, whatever the order of the entries.
    if (/^\d+$/.test(key.value)) return undefined;
    names.push(key.value);
  }
  return new Set(names).size === names.length ? names : undefined;
}
