import { nodesOf } from '../analysis/parts-of.ts';
import type { Closure } from '../closures/closure.ts';
import { compileIr } from '../closures/compile-ir.ts';
import type { Ir } from '../syntax/ir.ts';
import { refuseFunction } from './gather.ts';
import { keepsFunctions } from './keeps-functions.ts';
import { anything, isOnly, kinds, type Operand } from './operand.ts';
import { refuseUnsettled } from './refuse-unsettled.ts';
import type { Variable } from './site.ts';
import type { Site } from './site.ts';
import { toArgument } from './to-value.ts';
import { Uncovered } from './uncovered.ts';

/** Evaluates an uncovered node by calling its closure, in a frame with the variables that it uses. */
export function embed(node: Ir, site: Site): Operand {
  const { program, scope } = site;
  const names = new Set<string>();
  for (const part of nodesOf(node)) {
    program.spend(1);
    if (part.kind === 'variable') names.add(part.name);
    // Functions that are called without being named.
    if (part.kind === 'transform') names.add('clone');
    if (part.kind === 'default') names.add('exists');
  }
  const isFunction = (name: string): boolean => isFunctionVariable(scope.find(name));
  const builtinOf = (name: string) => (scope.find(name) === undefined ? site.emitter.builtin(name, site) : undefined);
  if (keepsFunctions(node, builtinOf, isFunction)) throw new Uncovered('functions as values');
  const bound: string[] = [];
  const values: string[] = [];
  for (const name of names) {
    if (scope.isComing(name)) throw new Uncovered('not bound yet');
    const variable = scope.find(name);
    if (variable === undefined) continue;
    if (variable.operand.isMarked === true) throw new Uncovered('marks of a list');
    if (!isFunctionVariable(variable)) refuseFunction(variable.operand, program);
    bound.push(name);
    values.push(toArgument(variable.operand));
  }
  const closure: Closure = compileIr(withoutTailCalls(node), { isEvalAllowed: false });
  program.embedded += 1;
  program.noteWork();
  const frame = bound.length === 0 ? 'frame' : `frame.inner(${program.constant(bound)}, [${values.join(', ')}])`;
  const call = `${program.constant(closure)}(${toArgument(site.context)}, ${frame}, run)`;
  return refuseUnsettled({ code: program.define('e', call), kinds: anything }, program);
}

function isFunctionVariable(variable: Variable | undefined): boolean {
  return variable !== undefined && (variable.lambda !== undefined || isOnly(variable.operand, kinds.callable));
}

/** Inlined functions have no caller that could make their tail calls. */
function withoutTailCalls(node: Ir): Ir {
  switch (node.kind) {
    case 'call': {
      const { isTail: _, ...call } = node;
      return call;
    }
    case 'conditional': {
      const whenFalse = node.whenFalse && withoutTailCalls(node.whenFalse);
      return { ...node, whenTrue: withoutTailCalls(node.whenTrue), whenFalse };
    }
    case 'default':
      return { ...node, left: withoutTailCalls(node.left), right: withoutTailCalls(node.right) };
    case 'block': {
      const last = node.expressions.at(-1);
      return last === undefined
        ? node
        : { ...node, expressions: [...node.expressions.slice(0, -1), withoutTailCalls(last)] };
    }
    default:
      return node;
  }
}
