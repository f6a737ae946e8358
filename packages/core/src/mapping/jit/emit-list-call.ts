import type { CallIr, Ir } from '../syntax/ir.ts';
import { truthCode } from './emit-choice.ts';
import { eachGroup } from './emit-group.ts';
import { emitCallback, knownLambda } from './emit-lambda.ts';
import type { KnownLambda } from './site.ts';
import { emitNames, namesOf } from './emit-names.ts';
import { gatherFrom, listCode, refuseFunction } from './gather.ts';
import { anyData, canBe, isOnly, kinds, type Operand } from './operand.ts';
import { itemSamples } from './read-name.ts';
import type { Site } from './site.ts';
import { toValue } from './to-value.ts';
import { Uncovered } from './uncovered.ts';

/** Functions over lists that become loops. When the items come from a path, no list is built for them. */
export function emitListCall(name: string, { args }: CallIr, site: Site): Operand | undefined {
  const [first, second, third, more] = args;
  if (first === undefined || more !== undefined) return undefined;
  if (second === undefined) return emitTotal(name, first, site);
  const lambda = knownLambda(second, site);
  if (lambda === undefined) return undefined;
  if (name === 'reduce') return emitReduce(first, lambda, third, site);
  if (third !== undefined) return undefined;
  const count = lambda.lambda.parameters.length;
  if (name === 'map' && count <= 2) return gatherFrom(site, (push) => mapEach(first, lambda, site, push));
  if (name === 'filter' && count <= 2) return gatherFrom(site, (push) => filterItems(first, lambda, site, push));
  if (name === 'each' && count <= 2 && isGrouping(first)) {
    return gatherFrom(site, (push) => eachMember(first, lambda, site, push));
  }
  return undefined;
}

/** Passes on the items of `$map` or `$filter`, if the call is one of these; otherwise returns false. */
export function eachOfCall(name: string, { args }: CallIr, site: Site, push: (item: Operand) => void): boolean {
  const [first, second, more] = args;
  const lambda = knownLambda(second, site);
  if (first === undefined || lambda === undefined || more !== undefined || lambda.lambda.parameters.length > 2)
    return false;
  const single = (item: Operand): void => {
    // A list as the only item would be mistaken for its items.
    if (canBe(item, kinds.list)) site.program.line(`if (Array.isArray(${item.code})) throw bail;`);
    push({ ...item, kinds: item.kinds & ~kinds.list });
  };
  if (name === 'map') mapEach(first, lambda, site, single);
  else if (name === 'filter') filterItems(first, lambda, site, single);
  else return false;
  return true;
}

function emitTotal(name: string, list: Ir, site: Site): Operand | undefined {
  if (name === 'count') return emitCount(list, site);
  if (name === 'sum') return emitSum(list, site);
  if (name === 'distinct') return emitDistinct(list, site);
  if (name === 'max' || name === 'min' || name === 'average') return emitExtreme(name, list, site);
  const operand = (): Operand => toValue(site.emitter.value(list, { ...site, isResult: false }), site);
  if (name === 'exists') {
    const value = operand();
    const code = canBe(value, kinds.missing) ? site.program.define('b', `${value.code} !== undefined`) : 'true';
    return { code, kinds: kinds.boolean };
  }
  if (name !== 'not' && name !== 'boolean') return undefined;
  const value = operand();
  const truth = name === 'not' ? `!(${truthCode(value)})` : truthCode(value);
  const isSure = !canBe(value, kinds.missing);
  const code = site.program.define('b', isSure ? truth : `${value.code} === undefined ? undefined : ${truth}`);
  return { code, kinds: kinds.boolean | (isSure ? 0 : kinds.missing) };
}

function emitCount(list: Ir, site: Site): Operand | undefined {
  const { program } = site;
  const value = singleValue(list, site);
  if (value !== undefined) {
    const code = value.isGathered === true ? listCode(value, site) : value.code;
    if (value.isGathered === true || isOnly(value, kinds.list)) {
      return { code: program.define('r', `${code}.length`), kinds: kinds.number, isFinite: true };
    }
    refuseFunction(value, program);
    const count = `Array.isArray(${code}) ? ${code}.length : ${code} === undefined ? 0 : 1`;
    return { code: program.define('r', count), kinds: kinds.number, isFinite: true };
  }
  const count = program.fresh('r');
  program.line(`let ${count} = 0;`);
  const item = (): void => program.line(`${count}++;`);
  site.emitter.each(list, { ...site, isResult: false }, { takesRawLists: true, item });
  return { code: count, kinds: kinds.number, isFinite: true };
}

/** `$max`, `$min`, `$average`: give nothing for any list without items. */
function emitExtreme(name: 'max' | 'min' | 'average', list: Ir, site: Site): Operand {
  const { program } = site;
  const [result, count] = [program.fresh('r'), program.fresh('c')];
  const start = { max: '-Infinity', min: 'Infinity', average: '0' }[name];
  program.line(`let ${result} = ${start}, ${count} = 0;`);
  const value = singleValue(list, site);
  const add = (item: Operand): void => {
    const { code } = item;
    if (!isOnly(item, kinds.number)) program.line(`if (typeof ${code} !== "number") throw bail;`);
    program.line(
      `${result} = ${name === 'average' ? `${result} + ${code}` : `Math.${name}(${result}, ${code})`}; ${count}++;`,
    );
  };
  if (value === undefined) {
    site.emitter.each(list, { ...site, isResult: false }, { takesRawLists: false, item: add });
  } else {
    const item = { ...itemOf('', value), kinds: value.isGathered === true ? value.kinds : anyData };
    program.loop(listCode(value, site), list, (code) => add({ ...item, code }));
  }
  const total = name === 'average' ? `${result} / ${count}` : result;
  return {
    code: program.define('r', `${count} === 0 ? undefined : ${total}`),
    kinds: kinds.number | kinds.missing,
  };
}

/** Covers only gathered items, whose result is gathered too. Other lists stay lists even when one item is left. */
function emitDistinct(list: Ir, site: Site): Operand | undefined {
  if (list.kind !== 'path' || singleValue(list, site) !== undefined) return undefined;
  const items = site.emitter.value(list, { ...site, isResult: false });
  if (items.isMarked === true) throw new Uncovered('marks of a list');
  if (items.isGathered !== true) return undefined;
  const { isPlain: _, ...gathered } = items;
  const scalar = items.kinds & ~kinds.list & ~kinds.record & ~kinds.callable;
  return { ...gathered, code: site.program.define('l', `distinctItems(run, ${items.code})`), kinds: scalar };
}

function emitSum(list: Ir, site: Site): Operand | undefined {
  const { program } = site;
  const value = singleValue(list, site);
  const [sum, count] = [program.fresh('r'), program.fresh('c')];
  program.line(`let ${sum} = 0, ${count} = 0;`);
  const add = (item: Operand): void => {
    const { code } = item;
    if (!isOnly(item, kinds.number)) program.line(`if (typeof ${code} !== "number") throw bail;`);
    program.line(`${sum} += ${code}; ${count}++;`);
  };
  if (value === undefined) {
    site.emitter.each(list, { ...site, isResult: false }, { takesRawLists: false, item: add });
  } else {
    // An existing empty list has the sum 0, unlike a path that found nothing.
    if (value.isGathered !== true) program.line(`if (${value.code} !== undefined) ${count}++;`);
    const item = { ...itemOf('', value), kinds: value.isGathered === true ? value.kinds : anyData };
    program.loop(listCode(value, site), list, (code) => add({ ...item, code }));
  }
  return { code: program.define('r', `${count} === 0 ? undefined : ${sum}`), kinds: kinds.number | kinds.missing };
}

/** A value that is available without a loop. */
function singleValue(node: Ir, site: Site): Operand | undefined {
  if (node.kind === 'path') {
    const isPlain = node.group === undefined && node.keepsSingleton !== true;
    const names = isPlain ? namesOf(node.steps, 0) : undefined;
    return names === undefined ? undefined : emitNames(names, site.context, site);
  }
  if (node.kind === 'call' && node.predicates === undefined && node.group === undefined) return undefined;
  return site.emitter.value(node, { ...site, isResult: false });
}

function mapEach(list: Ir, lambda: KnownLambda, site: Site, push: (item: Operand) => void): void {
  eachWithIndex(list, lambda, site, (args) => {
    const value = toValue(emitCallback(lambda, args, site), site);
    if (!canBe(value, kinds.missing)) return push(value);
    site.program.block(`if (${value.code} !== undefined)`, () =>
      push({ ...value, kinds: value.kinds & ~kinds.missing }),
    );
  });
}

function filterItems(list: Ir, lambda: KnownLambda, site: Site, push: (item: Operand) => void): void {
  eachWithIndex(list, lambda, site, (args) => {
    const test = truthCode(emitCallback(lambda, args, { ...site, isResult: false }));
    const [item] = args;
    if (item !== undefined) site.program.block(`if (${test})`, () => push(item));
  });
}

/** A loop over a list, or over the expression that gives the items if positions are not needed. */
function eachWithIndex(
  list: Ir,
  { lambda: { parameters } }: KnownLambda,
  site: Site,
  use: (args: Operand[]) => void,
): void {
  const inner = { ...site, isResult: false };
  if (parameters.length < 2 && list.kind !== 'variable') {
    return site.emitter.each(list, inner, { takesRawLists: true, item: (item) => use([item]) });
  }
  const value = site.emitter.value(list, inner);
  site.program.loop(listCode(value, site), list, (code, index) =>
    use([itemOf(code, value), { code: index, kinds: kinds.number, isFinite: true }]),
  );
}

function itemOf(code: string, list: Operand): Operand {
  const known = list.isGathered === true ? list.kinds & ~kinds.missing : anyData & ~kinds.missing;
  return { code, kinds: known, ...(list.isFinite && { isFinite: true }), ...itemSamples(list) };
}

function emitReduce(list: Ir, lambda: KnownLambda, init: Ir | undefined, site: Site): Operand | undefined {
  const count = lambda.lambda.parameters.length;
  if (count < 2 || count > 3) return undefined;
  const { program } = site;
  const inner = { ...site, isResult: false };
  const value = site.emitter.value(list, inner);
  const start = init && toValue(site.emitter.value(init, inner), site);
  if (start !== undefined && canBe(start, kinds.missing)) program.line(`if (${start.code} === undefined) throw bail;`);
  if (start !== undefined) refuseFunction(start, program);
  const items = listCode(value, site);
  const isThere = value.isGathered === true ? `${items}.length > 0` : `${value.code} !== undefined`;
  const result = program.fresh('r');
  program.line(`let ${result} = ${start === undefined ? `${items}[0]` : `${isThere} ? ${start.code} : undefined`};`);
  // The kind of the result is only known after the function has been emitted.
  const accumulated: Operand = { code: result, kinds: anyData };
  const body = (code: string, index: string): void => {
    const position: Operand = { code: index, kinds: kinds.number, isFinite: true };
    const next = toValue(emitCallback(lambda, [accumulated, itemOf(code, value), position], inner), site);
    if (canBe(next, kinds.callable)) program.line(`if (typeof ${next.code} === "function") throw bail;`);
    program.line(`${result} = ${next.code};`);
  };
  program.loop(items, list, body, start === undefined ? 1 : 0);
  return accumulated;
}

function isGrouping(node: Ir): node is Ir & { kind: 'path' } {
  return node.kind === 'path' && node.group !== undefined && node.group.entries[0]?.key.kind !== 'literal';
}

/** `$each` over the groups of a path: the object of groups is never built. */
function eachMember(node: Ir, lambda: KnownLambda, site: Site, push: (item: Operand) => void): void {
  if (!isGrouping(node) || node.group === undefined) return;
  const { group, keepsSingleton: _, ...path } = node;
  eachGroup(group, path, site, {
    isResult: false,
    use: (key, value) => {
      const call = (): void => {
        const made = toValue(emitCallback(lambda, [value, { code: key, kinds: kinds.text }], site), site);
        if (!canBe(made, kinds.missing)) return push(made);
        site.program.block(`if (${made.code} !== undefined)`, () => push(made));
      };
      if (canBe(value, kinds.missing)) site.program.block(`if (${value.code} !== undefined)`, call);
      else call();
    },
  });
}
