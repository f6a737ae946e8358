import type { Ir } from '../syntax/ir.ts';
import type { Closure, Compiler, KindCompiler } from './closure.ts';
import { compileApply } from './compile-apply.ts';
import { compileArray } from './compile-array.ts';
import { compileBinary, compileNegate } from './compile-binary.ts';
import { compileBind, compileBlock } from './compile-block.ts';
import { compileCall } from './compile-call.ts';
import { compileConditional } from './compile-conditional.ts';
import { compileDefault } from './compile-default.ts';
import { compileFilter } from './compile-filter.ts';
import { compileGroup, compileObject } from './compile-group.ts';
import { compileLambda } from './compile-lambda.ts';
import { compilePartial } from './compile-partial.ts';
import { compilePath } from './compile-path.ts';
import { compileRange } from './compile-range.ts';
import { compileRegex } from './compile-regex.ts';
import { compileDescendant, compileName, compileWildcard } from './compile-select.ts';
import { compileTransform } from './compile-transform.ts';
import { compileParent, compileVariable } from './compile-variable.ts';
import { settling } from './settling.ts';

/**
 * Compiles the meaning of a mapping into JavaScript functions that call each other. It covers the whole language, gives
 * failures the range of the innermost expression concerned, and generates no code, so that browsers need not allow it.
 */
export function compileIr(ir: Ir, options: Pick<Compiler, 'isEvalAllowed' | 'around'>): Closure {
  const compiler: Compiler = { ...options, bindings: 0, compile: (node) => compileNode(node, compiler) };
  return compiler.compile(ir);
}

function compileNode(ir: Ir, compiler: Compiler): Closure {
  const compileKind = compilers[ir.kind] as KindCompiler<Ir['kind']>;
  const whole = compileKind(ir, compiler);
  const hasMarks = ir.predicates !== undefined || (ir.group !== undefined && ir.kind !== 'path');
  const closure = hasMarks ? compileMarks(whole, ir, compiler) : whole;
  return compiler.around === undefined ? closure : compiler.around(ir, closure);
}

/** Applies filters to the value as a whole, and then groups the remaining items. */
function compileMarks(whole: Closure, ir: Ir, compiler: Compiler): Closure {
  const filters = (ir.predicates ?? []).map((filter) => compileFilter(filter, compiler));
  const group = ir.group === undefined ? undefined : compileGroup(ir.group, compiler);
  const settled = settling({ keepArray: ir.keepArray });
  return (input, frame, run) => {
    let value = whole(input, frame, run);
    for (const filter of filters) value = filter(value, frame, run);
    return group === undefined ? settled(value) : group(value, frame, run);
  };
}

const nothing: () => Closure = () => () => undefined;

/** Some of these are never reached, because the node around them handles them. */
const compilers = {
  apply: compileApply,
  array: compileArray,
  binary: compileBinary,
  bind: compileBind,
  block: compileBlock,
  call: compileCall,
  conditional: compileConditional,
  default: compileDefault,
  descendant: compileDescendant,
  lambda: compileLambda,
  literal:
    ({ value }) =>
    () =>
      value,
  missing: nothing,
  name: compileName,
  negate: compileNegate,
  object: compileObject,
  parent: compileParent,
  partial: compilePartial,
  path: compilePath,
  placeholder: nothing,
  range: compileRange,
  regex: compileRegex,
  sort: nothing,
  transform: compileTransform,
  variable: compileVariable,
  wildcard: compileWildcard,
} satisfies { readonly [Kind in Ir['kind']]: KindCompiler<Kind> };
