import { partsOf } from '../analysis/parts-of.ts';
import type { Callable } from '../engine/callable.ts';
import type { CallIr, Ir, PartialIr } from '../syntax/ir.ts';

/**
 * Whether an expression may put a function into its value, that is, anywhere but where functions are called, bound,
 * chained, or passed to a builtin that calls them. Generated code reads fields without checking for functions, so it
 * must not meet values that contain any.
 * @param builtinOf the builtin with that name, unless a variable of the mapping hides it
 * @param isFunction whether an outer variable is a function
 */
export function keepsFunctions(
  node: Ir,
  builtinOf: (name: string) => Callable | undefined,
  isFunction: (name: string) => boolean,
): boolean {
  const isCallableIr = (ir: Ir): boolean => {
    if (ir.kind === 'variable') return builtinOf(ir.name) !== undefined || isFunction(ir.name);
    return functionKinds.has(ir.kind);
  };
  /** Returns the parts of an expression that may safely be functions. */
  const harmless = (ir: Ir): readonly Ir[] => {
    if (ir.kind === 'apply') return [ir.left, ir.right];
    if (ir.kind === 'bind') return [ir.value];
    return ir.kind === 'call' || ir.kind === 'partial' ? [ir.callee, ...calledArguments(ir, builtinOf)] : [];
  };
  const keeps = (ir: Ir): boolean => {
    const allowed = harmless(ir);
    return partsOf(ir).some((part) => (isCallableIr(part) && !allowed.includes(part)) || keeps(part));
  };
  return keeps(node);
}

const functionKinds: ReadonlySet<Ir['kind']> = new Set(['lambda', 'regex', 'partial', 'transform']);

/** Arguments that a builtin takes as functions in order to call them. */
function calledArguments(
  { callee, args }: CallIr | PartialIr,
  builtinOf: (name: string) => Callable | undefined,
): Ir[] {
  const parameters = callee.kind === 'variable' ? builtinOf(callee.name)?.check?.signature.parameters : undefined;
  return args.filter((_, index) => {
    const pattern = parameters?.[index]?.pattern ?? '';
    // A parameter that accepts everything accepts functions too, but does not call them.
    return pattern.includes('f') && !pattern.includes('o');
  });
}
