import type { Callable } from '../engine/callable.ts';
import type { ApplyIr, BinaryIr, Ir } from '../syntax/ir.ts';
import { embed } from './embed.ts';
import { emitArithmetic, isArithmetic } from './emit-arithmetic.ts';
import { emitArray } from './emit-array.ts';
import { emitBlock } from './emit-block.ts';
import { builtinName, emitCall } from './emit-call.ts';
import { emitConditional, emitDefault, emitLogic, truthCode } from './emit-choice.ts';
import { emitEquality, emitIncluded, emitOrder } from './emit-comparison.ts';
import { emitFiltered, filtersOf } from './emit-filter.ts';
import { emitGroup } from './emit-group.ts';
import { knownLambda } from './emit-lambda.ts';
import { eachOfCall } from './emit-list-call.ts';
import { emitNegate } from './emit-negate.ts';
import { emitObject } from './emit-object.ts';
import { eachInPath, eachOf, emitPath } from './emit-path.ts';
import { eachInRange } from './emit-range.ts';
import { emitConcatenation } from './emit-text.ts';
import { emitVariable } from './emit-variable.ts';
import { kinds, literalOperand, type Operand } from './operand.ts';
import type { Emitter, Sink, Site } from './site.ts';
import { Uncovered } from './uncovered.ts';

/** @param globals the meaning of names that neither the text nor the bindings bind */
export function emitterWith(globals: ReadonlyMap<string, unknown>): Emitter {
  return {
    value,
    each,
    eachUnsettled: (node, site, sink) =>
      node.kind === 'path' ? eachCovered(node, site, sink) : each(node, site, sink),
    condition: (node, site) => truthCode(value(node, site)),
    builtin: (name) => {
      const found = globals.get(name);
      return typeof found === 'function' ? (found as Callable) : undefined;
    },
  };
}

/** Emits a node. If it is not covered, the smallest enclosing node that can be is left to its closure. */
function value(node: Ir, site: Site): Operand {
  site.program.spend(1);
  try {
    return site.program.attempt(() => whole(node, site));
  } catch (error) {
    if (!(error instanceof Uncovered)) throw error;
    return embed(node, site);
  }
}

function each(node: Ir, site: Site, sink: Sink): void {
  site.program.spend(1);
  try {
    site.program.attempt(() => eachCovered(node, site, sink));
  } catch (error) {
    if (!(error instanceof Uncovered)) throw error;
    const whole = embed(node, site);
    // An existing empty list differs from nothing.
    if (!sink.takesRawLists)
      site.program.line(`if (Array.isArray(${whole.code}) && ${whole.code}.length === 0) throw bail;`);
    eachOf(whole, { takesLists: true, isListLikely: true, range: node }, site, sink.item);
  }
}

function eachCovered(node: Ir, site: Site, sink: Sink): void {
  checkMarks(node);
  const isBare = node.predicates === undefined && node.group === undefined && node.keepArray === undefined;
  if (node.kind === 'path' && node.predicates === undefined) return eachInPath(node, site, sink);
  if (node.kind === 'call' && isBare) {
    const name = builtinName(node.callee, site);
    if (name !== undefined && eachOfCall(name, node, site, sink.item)) return;
  }
  if (node.kind === 'range') return eachInRange(node, site, sink);
  if (node.kind === 'apply' && isBare) return each(applied(node, site), site, sink);
  const [only] = node.kind === 'block' && isBare && node.expressions.length === 1 ? node.expressions : [];
  if (only !== undefined && only.kind !== 'bind') return each(only, site, sink);
  const whole = value(node, site);
  eachOf(whole, { takesLists: sink.takesRawLists, isListLikely: false, range: node }, site, sink.item);
}

function whole(node: Ir, site: Site): Operand {
  checkMarks(node);
  if (node.kind === 'path') {
    if (node.predicates !== undefined) throw new Uncovered('predicates');
    const made = emitPath(node, site);
    if (node.keepArray !== true || node.keepsSingleton === true) return made;
    if (made.isGathered !== true) throw new Uncovered('[]');
    return keepingArray(made, site);
  }
  const { predicates, group, keepArray } = node;
  if (node.stages !== undefined) throw new Uncovered('stages');
  if (group !== undefined) {
    const { group: _, ...items } = node;
    return emitGroup(group, items, site);
  }
  if (predicates === undefined) {
    const made = own(node, site);
    // In the reference, the items of a group are an array, or the single item. `[]` changes neither.
    if (keepArray === true && node.kind === 'variable' && made.isGathered === true) throw new Uncovered('[]');
    return keepArray === true && made.isGathered === true ? keepingArray(made, site) : made;
  }
  if (keepArray === true) throw new Uncovered('[] after a filter');
  const { predicates: _, ...inner } = node;
  return emitFiltered(value(inner, { ...site, isResult: false }), filtersOf(predicates), site);
}

function keepingArray(gathered: Operand, { program }: Site): Operand {
  const { isGathered: _, ...list } = gathered;
  const code = program.define('l', `${list.code}.length > 0 ? ${list.code} : undefined`);
  return { ...list, code, kinds: kinds.list | kinds.missing, isMarked: true };
}

function checkMarks(node: Ir): void {
  const isTuple = node.isTuple === true || node.focus !== undefined || node.index !== undefined;
  if (isTuple || node.ancestor !== undefined) throw new Uncovered('tuples');
}

function own(node: Ir, site: Site): Operand {
  switch (node.kind) {
    case 'literal':
      return literalOperand(node.value);
    case 'variable':
      return emitVariable(node, site);
    case 'object':
      return emitObject(node.entries, site);
    case 'array':
      return emitArray(node, site);
    case 'negate':
      return emitNegate(node, site);
    case 'binary':
      return emitBinary(node, site);
    case 'conditional':
      return emitConditional(node, site);
    case 'default':
      if (site.scope.find('exists') !== undefined) throw new Uncovered('$exists');
      return emitDefault(node, site);
    case 'block':
      return emitBlock(node, site);
    case 'call':
      return emitCall(node, site);
    case 'apply':
      return value(applied(node, site), site);
    default:
      throw new Uncovered(node.kind);
  }
}

/** `left ~> f(x)` is `f(left, x)`; the reference drops anything applied to the result of `f(x)`. */
function applied({ left, right, start, end, keepArray }: ApplyIr, site: Site): Ir {
  const isFunction = knownLambda(left, site) !== undefined || builtinName(left, site) !== undefined;
  if (right.kind !== 'call' || isFunction) throw new Uncovered('apply');
  const { callee, args } = right;
  return { kind: 'call', start, end, callee, args: [left, ...args], ...(keepArray && { keepArray }) };
}

function emitBinary(node: BinaryIr, site: Site): Operand {
  switch (node.operator) {
    case '=':
    case '!=':
      return emitEquality(node, site);
    case '&':
      return emitConcatenation(node, site);
    case 'and':
    case 'or':
      return emitLogic(node, site);
    case 'in':
      return emitIncluded(node, site);
    default:
      return isArithmetic(node) ? emitArithmetic(node, site) : emitOrder(node, site);
  }
}
