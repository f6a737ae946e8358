import type { FilterIr, Ir, StageIr } from '../syntax/ir.ts';
import { truthCode } from './emit-choice.ts';
import { gatherFrom, refuseFunction } from './gather.ts';
import { anyData, canBe, isOnly, kinds, seenAs, type Operand } from './operand.ts';
import { itemIn, itemSamples, knownItem } from './read-name.ts';
import type { Site } from './site.ts';
import { Uncovered } from './uncovered.ts';

/** Emits the filters of a step or value; other stages are not covered. */
export function filtersOf(stages: readonly StageIr[] | undefined): readonly FilterIr[] {
  const filters: FilterIr[] = [];
  for (const stage of stages ?? []) {
    if (stage.kind !== 'filter') throw new Uncovered('index');
    filters.push(stage);
  }
  return filters;
}

/** Passes on what filters leave of a value. A missing value is filtered like one item, as in the reference. */
export function filterEach(
  value: Operand,
  filters: readonly FilterIr[],
  site: Site,
  use: (item: Operand) => void,
): void {
  const { program } = site;
  refuseFunction(value, program);
  const list =
    value.isGathered === true || isOnly(value, kinds.list)
      ? value.code
      : program.define('l', `Array.isArray(${value.code}) ? ${value.code} : [${value.code}]`);
  const [first, ...rest] = filters;
  if (first === undefined) throw new Error('There is no filter.');
  const index = literalIndex(first.predicate);
  if (index !== undefined) {
    const found = program.define('f', `${list}[${index < 0 ? `${list}.length - ${-index}` : index}]`);
    const item = knownItem(found, value);
    return whereFound(site, item, () => (rest.length === 0 ? use(item) : filterEach(item, rest, site, use)));
  }
  // Nothing is filtered too, once.
  if (value.isGathered === true) program.line(`if (${list}.length === 0) throw bail;`);
  const next = rest[0] === undefined ? undefined : literalIndex(rest[0].predicate);
  if (next !== undefined && next >= 0) return filterThenPick(list, { value, filters, index: next }, site, use);
  program.loop(list, first, (code) => {
    const item = selfOf(code, value, site);
    const tests = [];
    for (const { predicate } of filters) tests.push(selectCode(predicate, item, site));
    nested(site, tests, () => {
      if (canBe(value, kinds.missing) && value.isGathered !== true)
        program.line(`if (${code} === undefined) throw bail;`);
      use({ ...item, kinds: item.kinds & ~kinds.missing });
    });
  });
}

interface Picking {
  readonly value: Operand;
  readonly filters: readonly FilterIr[];
  readonly index: number;
}

/** `[condition][n]`: all items are tested, because a later test may fail. */
function filterThenPick(
  list: string,
  { value, filters: [first, , ...rest], index }: Picking,
  site: Site,
  use: (item: Operand) => void,
): void {
  const { program } = site;
  if (first === undefined) return;
  const [found, count] = [program.fresh('f'), program.fresh('c')];
  program.line(`let ${found}, ${count} = 0;`);
  program.loop(list, first, (code) => {
    const item = selfOf(code, value, site);
    nested(site, [selectCode(first.predicate, item, site)], () =>
      program.line(`if (${count}++ === ${index}) ${found} = ${code};`),
    );
  });
  const item = knownItem(found, value);
  whereFound(site, item, () => (rest.length === 0 ? use(item) : filterEach(item, rest, site, use)));
}

function nested({ program }: Site, tests: readonly string[], body: () => void): void {
  if (tests.length === 0) body();
  else program.block(`if (${tests.join(' && ')})`, body);
}

function whereFound({ program }: Site, { code }: Operand, body: () => void): void {
  program.block(`if (${code} !== undefined)`, () => {
    program.line(`if (Array.isArray(${code})) throw bail;`);
    body();
  });
}

/** The whole number that is written as the filter. */
export function literalIndex(predicate: Ir | undefined): number | undefined {
  if (predicate?.kind !== 'literal' || typeof predicate.value !== 'number') return undefined;
  const index = Math.floor(predicate.value);
  if (!Number.isSafeInteger(index)) throw new Uncovered('index');
  return index;
}

/** An item in a loop. Filters work on single values; a list in a list is left to the closures. */
function selfOf(code: string, list: Operand, { program }: Site): Operand {
  if (list.isGathered !== true && canBe(list, kinds.missing) && seenAs(list, kinds.missing)) {
    program.line(`if (Array.isArray(${code})) throw bail;`);
    const item = knownItem(code, list);
    return { ...item, kinds: item.kinds | kinds.missing };
  }
  const item = itemIn(program, code, list);
  const isMissing = list.isGathered !== true && canBe(list, kinds.missing) && !isOnly(item, kinds.record);
  return isMissing ? { ...item, kinds: item.kinds | kinds.missing } : item;
}

function selectCode(predicate: Ir, item: Operand, site: Site): string {
  const inner = { ...site, context: item, isResult: false };
  const operand = site.emitter.value(predicate, inner);
  if (operand.isGathered !== true && !canBe(operand, kinds.number | kinds.list)) return truthCode(operand);
  if (operand.isGathered === true || isOnly(operand, kinds.number)) throw new Uncovered('positions');
  const { code } = operand;
  return `(${code} === true || ${code} !== false && ${code} !== undefined && selects(run, ${code}))`;
}

/** A value other than a path, with filters after it. */
export function emitFiltered(value: Operand, predicates: readonly FilterIr[], site: Site): Operand {
  const [only, more] = predicates;
  const index = only === undefined || more !== undefined ? undefined : literalIndex(only.predicate);
  if (index === undefined || value.isGathered === true) {
    return gatherFrom(site, (push) => filterEach(value, predicates, site, push));
  }
  const { program } = site;
  refuseFunction(value, program);
  const { code } = value;
  const at = index < 0 ? `${code}.length - ${-index}` : index;
  const single = index === 0 || index === -1 ? code : 'undefined';
  return {
    code: program.define('f', `Array.isArray(${code}) ? ${code}[${at}] : ${single}`),
    kinds: anyData,
    ...(value.isFinite && { isFinite: true }),
    ...itemSamples(value),
  };
}
