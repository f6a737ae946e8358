import type { Ir, PathIr } from '../syntax/ir.ts';
import type { TextRange } from '../syntax/syntax-node.ts';
import { filterEach, filtersOf, literalIndex } from './emit-filter.ts';
import { emitGroup } from './emit-group.ts';
import { emitNames, isUnmarked, namesOf } from './emit-names.ts';
import { emitFirst, emitSorted } from './emit-sort.ts';
import { gather, gatherFrom, listCode } from './gather.ts';
import { canBe, isOnly, kinds, unwrapped, wrapper, type Operand } from './operand.ts';
import { isListExpected, itemIn, knownItem, ownerOf, readName } from './read-name.ts';
import { Scope } from './site.ts';
import type { Sink, Site } from './site.ts';
import { Uncovered } from './uncovered.ts';

export function emitPath(node: PathIr, site: Site): Operand {
  if (node.group !== undefined && node.steps.some(({ isTuple }) => isTuple === true)) throw new Uncovered('tuples');
  if (node.group !== undefined) {
    const { group, keepsSingleton: _, ...path } = node;
    return emitGroup(group, path, site);
  }
  const quick = emitNamePath(node, site);
  if (quick !== undefined) return node.keepsSingleton === true ? asList(quick, site) : quick;
  const isSorted = node.steps.at(-1)?.kind === 'sort';
  const { keepsSingleton: _, ...path } = node;
  // `each` is not used here, because it would pass the path to a closure, and this function has to do that itself.
  const gathered = gatherFrom(site, (push) => eachInPath(path, site, { item: push, takesRawLists: false }));
  if (node.keepsSingleton !== true) return isSorted ? { ...gathered, isMarked: true } : gathered;
  const { code } = gathered;
  return {
    code: site.program.define('l', `${code}.length > 0 ? ${code} : undefined`),
    kinds: kinds.list | kinds.missing,
    isMarked: true,
    ...(gathered.isPlain && { isPlain: true }),
  };
}

/** `a.b.c` and `$a.b.c`. */
function emitNamePath({ steps, keepsSingleton }: PathIr, site: Site): Operand | undefined {
  const [first] = steps;
  if (first?.kind === 'variable') {
    const names = namesOf(steps, 1);
    if (names === undefined || !isUnmarked(first)) return undefined;
    const owner = site.emitter.value(first, { ...site, isResult: false });
    return emitNames(names, owner, site, keepsSingleton);
  }
  const names = namesOf(steps, 0);
  return names === undefined ? undefined : emitNames(names, site.context, site, keepsSingleton);
}

/** `[]` on a value that is not a sequence. */
function asList({ code, ...value }: Operand, { program }: Site): Operand {
  const list = program.define('l', `${code} === undefined || Array.isArray(${code}) ? ${code} : [${code}]`);
  return { ...value, code: list, kinds: kinds.list | (value.kinds & kinds.missing), isMarked: true };
}

export function eachInPath(node: PathIr, site: Site, sink: Sink): void {
  if (node.group !== undefined || node.keepsSingleton === true) throw new Uncovered('group or []');
  const { steps } = node;
  const isNumbered = steps.some(({ index }) => index !== undefined);
  const sortAt = steps.findLastIndex(({ kind }) => kind === 'sort');
  if (isNumbered && sortAt >= 0 && steps.findIndex(({ index }) => index !== undefined) !== sortAt) {
    throw new Uncovered('tuples');
  }
  if (sortAt > 0) return eachSorted(node, sortAt, site, sink);
  const [first] = steps;
  const { context, program } = site;
  if (first?.kind === 'array' && first.isConstructed === true && steps.length > 1) {
    return eachOfArrayStep(first, steps, site, sink);
  }
  if (first?.kind !== 'variable' && context.isGathered === true) {
    program.loop(context.code, node, (code) =>
      step(steps, 0, { ...site, context: itemIn(program, code, context) }, sink),
    );
  } else if (context === wrapper && first?.kind !== 'name') {
    // The first step is evaluated on the wrapper's one item, the list as a whole.
    step(steps, 0, { ...site, context: unwrapped(site.input) }, sink);
  } else step(steps, 0, site, sink);
}

/** An array constructor as the first step is evaluated once. Its items are the input of the next step. */
function eachOfArrayStep(first: Ir & { kind: 'array' }, steps: readonly Ir[], site: Site, sink: Sink): void {
  if (!isUnmarked(first)) throw new Uncovered('array step');
  const { isConstructed: _, ...array } = first;
  const { program } = site;
  const inner = { ...site, isResult: false };
  // Without items, the array itself is the path's result.
  const count = program.fresh('c');
  program.line(`let ${count} = 0;`);
  const next = (item: Operand): void => {
    program.line(`${count}++;`);
    if (canBe(item, kinds.list)) program.line(`if (Array.isArray(${item.code})) throw bail;`);
    step(steps, 1, { ...site, context: { ...item, kinds: item.kinds & ~kinds.list } }, sink);
  };
  const [only, more] = first.items;
  const isFlat = only !== undefined && more === undefined && only.kind !== 'array';
  site.emitter.each(isFlat ? only : array, inner, { item: next, takesRawLists: true });
  program.line(`if (${count} === 0) throw bail;`);
}

function eachSorted(node: PathIr, sortAt: number, site: Site, sink: Sink): void {
  const [sort, rest] = [node.steps[sortAt], node.steps.slice(sortAt + 1)];
  if (sort?.kind !== 'sort') return;
  const { keepsSingleton: _, ...path } = node;
  const [only] = node.steps;
  const before =
    sortAt === 1 && only?.kind === 'variable' && isUnmarked(only)
      ? site.emitter.value(only, { ...site, isResult: false })
      : gather({ ...path, steps: node.steps.slice(0, sortAt) }, { ...site, isResult: false });
  const filters = filtersOf(sort.stages);
  const next = (item: Operand): void => {
    if (rest.length === 0) sink.item(item);
    else step(rest, 0, { ...site, context: item }, sink);
  };
  const { program } = site;
  const list = listCode(before, site);
  if (sort.index !== undefined) {
    checkNumbered(rest, filters.length, sink);
    const ranked = emitSorted(sort, list, before, site);
    return program.loop(ranked, sort, (code, position) => {
      const item = knownItem(program.define('x', `${code}.x`), before);
      if (rest.length === 0) sink.item(item);
      else step(rest, 0, { ...site, scope: numbered(sort.index, position, site), context: item }, sink);
    });
  }
  if (filters.length === 1 && literalIndex(filters[0]?.predicate) === 0) {
    const item = knownItem(emitFirst(sort, list, before, site), before);
    return program.block(`if (${item.code} !== undefined)`, () => next(item));
  }
  const ranked = emitSorted(sort, list, before, site);
  const filtered = filters.length === 0 ? undefined : program.define('l', `${ranked}.map(({ x }) => x)`);
  if (filtered !== undefined)
    return filterEach({ ...knownItem(filtered, before), isGathered: true }, filters, site, next);
  program.loop(ranked, sort, (code) => next(knownItem(program.define('x', `${code}.x`), before)));
}

/** Emits one step for one item of its input, and inside it the steps after it. */
function step(steps: readonly Ir[], index: number, site: Site, sink: Sink): void {
  const node = steps[index];
  if (node === undefined) return;
  if (node.focus !== undefined || node.ancestor !== undefined) throw new Uncovered('tuples');
  if (node.index !== undefined) return numberedStep(steps, index, site, sink);
  if (node.isTuple === true) throw new Uncovered('tuples');
  if (node.isConstructed === true) throw new Uncovered('array step');
  if (node.kind === 'name' && site.context === wrapper) throw new Uncovered('a list as the input');
  const isLast = index === steps.length - 1;
  const next = (item: Operand): void =>
    isLast ? sink.item(item) : step(steps, index + 1, { ...site, context: item }, sink);
  const inner = isLast ? site : { ...site, isResult: false };
  const takesLists = !isLast || sink.takesRawLists;
  const filters = filtersOf(node.stages);
  if (node.kind === 'name') {
    if (node.predicates !== undefined || node.group !== undefined) throw new Uncovered('marks');
    const value = readName(site.program, ownerOf(site.program, site.context), node.name);
    if (filters.length > 0) return filterEach(value, filters, inner, next);
    const isNameNext = steps[index + 1]?.kind === 'name';
    if (!isLast && isNameNext && !isListExpected(value)) return next(nonList(value, site));
    return eachOf(value, { takesLists, isListLikely: !isLast && !isNameNext, range: node }, inner, next);
  }
  if (node.kind === 'variable' && node.predicates !== undefined) {
    const { predicates, stages: _, ...variable } = node;
    if (filters.length > 0) throw new Uncovered('stages');
    return filterEach(site.emitter.value(variable, { ...inner, isResult: false }), predicates, inner, next);
  }
  const { stages: _, ...unstaged } = node;
  const value = site.emitter.value(unstaged, inner);
  if (filters.length > 0) return filterEach(value, filters, inner, next);
  eachOf(value, { takesLists, isListLikely: false, range: node }, inner, next);
}

/** `name#$position` followed by plain steps only: each item of the field, with its position. */
function numberedStep(steps: readonly Ir[], at: number, site: Site, sink: Sink): void {
  const [node, ...rest] = steps.slice(at);
  if (node?.kind !== 'name' || node.stages !== undefined || node.predicates !== undefined || node.index === undefined) {
    throw new Uncovered('tuples');
  }
  if (site.context === wrapper) throw new Uncovered('a list as the input');
  checkNumbered(rest, 0, sink);
  const { program } = site;
  const value = readName(program, ownerOf(program, site.context), node.name);
  program.loop(listCode(value, site), node, (code, position) => {
    const scope = numbered(node.index, position, site);
    const item = itemIn(program, code, value);
    if (rest.length === 0) sink.item(item);
    else step(rest, 0, { ...site, scope, context: item }, sink);
  });
}

/** With positions, a path never yields a list as it is, and later steps must not bind positions themselves. */
function checkNumbered(rest: readonly Ir[], filters: number, sink: Sink): void {
  const isFree = sink.takesRawLists || rest.at(-1)?.kind === 'object';
  // Filters after a position see the results of all items together.
  const isPlain = rest.every(
    ({ isTuple, kind, stages, predicates }) =>
      isTuple !== true && kind !== 'sort' && stages === undefined && predicates === undefined,
  );
  if (!isFree || !isPlain || filters > 0) throw new Uncovered('tuples');
}

function numbered(name: string | undefined, position: string, { scope, program }: Site): Scope {
  const inner = new Scope(scope);
  const operand: Operand = { code: position, kinds: kinds.number, isFinite: true };
  if (name !== undefined && name !== '') inner.bind(name, operand, program.depth);
  return inner;
}

/** A field on the way to others. */
function nonList(value: Operand, { program }: Site): Operand {
  program.line(`if (Array.isArray(${value.code})) throw bail;`);
  return { ...value, kinds: value.kinds & ~kinds.list };
}

interface Expectation {
  /** The range of an error when a limit is exceeded there. */
  readonly range: TextRange;
  /** Whether a list can be mistaken for its items. */
  readonly takesLists: boolean;
  readonly isListLikely: boolean;
}

/** Passes on the items of a step's value. */
export function eachOf(
  value: Operand,
  { takesLists, isListLikely, range }: Expectation,
  site: Site,
  next: (item: Operand) => void,
): void {
  const { program } = site;
  if (value.isGathered === true) {
    return program.loop(value.code, range, (code) => next(itemIn(program, code, value)));
  }
  if (!canBe(value, kinds.list | kinds.missing)) return next(value);
  const isLoop = canBe(value, kinds.list) && (isListExpected(value) || (isListLikely && value.samples === undefined));
  if ((isLoop || isOnly(value, kinds.list)) && !takesLists) throw new Uncovered('a list as it is');
  if (isOnly(value, kinds.list) || isLoop || (takesLists && canBe(value, kinds.list) && value.samples === undefined)) {
    return program.loop(listCode(value, site), range, (code) => {
      next(itemIn(program, code, value));
    });
  }
  const single: Operand = { ...value, kinds: value.kinds & ~kinds.list & ~kinds.missing };
  const body = (): void => {
    if (canBe(value, kinds.list)) program.line(`if (Array.isArray(${value.code})) throw bail;`);
    next(single);
  };
  if (canBe(value, kinds.missing)) program.block(`if (${value.code} !== undefined)`, body);
  else body();
}
