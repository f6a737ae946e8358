import type { ApplyIr, CallIr, Ir, LambdaIr, PartialIr, TransformIr } from '../syntax/ir.ts';
import { applyFunction } from './apply-function.ts';
import type { Interpreter } from './interpreter.ts';
import { knownFunctions } from './known-functions.ts';
import { matchArguments } from './match-arguments.ts';
import { factAbout, factsOf } from './narrow.ts';
import { Frame, type Scope } from './scope.ts';
import { unknownFrom } from './sequence.ts';
import type { Site } from './site.ts';
import { transformed } from './transformed.ts';
import { nothing, truthOf, unknownValue, valueOf, type FunctionCall, type FunctionType, type Value } from './value.ts';

interface Argument {
  readonly value: Value;
  readonly site: Site;
}

/** `f(a, b)`; `first` is what `~>` puts before the arguments. */
export function evaluateCall(interpreter: Interpreter, ir: CallIr, scope: Scope, first?: Argument): Value {
  const callee = calleeOf(interpreter, ir.callee, scope);
  const args = ir.args.map((arg): Argument => ({
    value: interpreter.evaluate(arg, scope),
    site: interpreter.site(arg),
  }));
  if (first !== undefined) args.unshift(first);
  const value = applyFunction(callee, {
    args: args.map((arg) => arg.value),
    sites: args.map((arg) => arg.site),
    site: interpreter.site(ir),
    context: scope.input,
  });
  return first === undefined ? withCallFacts(ir, args, value, scope) : value;
}

function calleeOf(interpreter: Interpreter, callee: Ir, scope: Scope): Value {
  if (callee.kind === 'variable' && callee.predicates === undefined) {
    return interpreter.function(callee.name, callee, scope);
  }
  const [step] = callee.kind === 'path' ? callee.steps : [];
  if (callee.kind !== 'path' || callee.steps.length > 1 || step?.kind !== 'name')
    return interpreter.evaluate(callee, scope);
  const site = interpreter.site(callee);
  const isKnown = knownFunctions().has(step.name);
  interpreter.report({
    code: 'UNKNOWN_FUNCTION',
    severity: 'error',
    site,
    message: `A function’s name starts with $${isKnown ? `: $${step.name}` : ''}.`,
    fix: isKnown ? { title: `Write $${step.name}`, edits: [{ ...site, end: site.start, text: '$' }] } : undefined,
  });
  return unknownValue;
}

/** Derives facts about the values that `$exists`, `$boolean` and `$not` test. */
function withCallFacts({ callee, args }: CallIr, [first]: readonly Argument[], value: Value, scope: Scope): Value {
  const [arg] = args;
  if (callee.kind !== 'variable' || arg === undefined || first === undefined) return value;
  switch (callee.name) {
    case 'exists':
      return { ...value, types: [{ kind: 'boolean', whenTrue: factAbout(arg, scope, 1) }] };
    case 'boolean':
      return { ...value, types: [{ kind: 'boolean', whenTrue: factsOf(arg, first.value, scope, true) }] };
    case 'not': {
      const whenTrue = factsOf(arg, first.value, scope, false);
      const truth = truthOf(first.value);
      const whenFalse = factsOf(arg, first.value, scope, true);
      return {
        ...value,
        types: [{ kind: 'boolean', whenTrue, whenFalse, ...(truth !== undefined && { value: !truth }) }],
      };
    }
    default:
      return value;
  }
}

/** `left ~> right`. */
export function evaluateApply(interpreter: Interpreter, { left, right }: ApplyIr, scope: Scope): Value {
  const value = interpreter.evaluate(left, scope);
  const site = interpreter.site(left);
  if (right.kind === 'call' && right.predicates === undefined) {
    const result = evaluateCall(interpreter, right, scope, { value, site });
    interpreter.note(right, result);
    return result;
  }
  const callee = interpreter.evaluate(right, scope);
  const [outer] = callee.types;
  const [inner] = value.types;
  if (inner?.kind !== 'function' || outer?.kind !== 'function') {
    return applyFunction(callee, { args: [value], sites: [site], site: interpreter.site(right), context: scope.input });
  }
  const composed: FunctionType = {
    kind: 'function',
    label: undefined,
    arity: inner.arity,
    apply: (call) => outer.apply({ ...call, args: [inner.apply(call)], sites: [call.site] }),
  };
  return valueOf([composed]);
}

/** `f(a, ?)`. */
export function evaluatePartial(interpreter: Interpreter, ir: PartialIr, scope: Scope): Value {
  const callee = calleeOf(interpreter, ir.callee, scope);
  const given = ir.args.map((arg): Argument | undefined =>
    arg.kind === 'placeholder' ? undefined : { value: interpreter.evaluate(arg, scope), site: interpreter.site(arg) },
  );
  const partial: FunctionType = {
    kind: 'function',
    label: undefined,
    arity: given.filter((arg) => arg === undefined).length,
    apply(call) {
      let next = 0;
      const args = given.map((arg): Argument => {
        if (arg !== undefined) return arg;
        const at = next;
        next += 1;
        return { value: call.args[at] ?? nothing, site: call.sites[at] ?? call.site };
      });
      return applyFunction(callee, {
        ...call,
        args: args.map(({ value }) => value),
        sites: args.map(({ site }) => site),
      });
    },
  };
  return valueOf([partial]);
}

/** A function defined in the text. Its body is evaluated again for each call, with the arguments of that call. */
export function evaluateLambda(interpreter: Interpreter, ir: LambdaIr, scope: Scope): Value {
  const { unit } = interpreter.site(ir);
  const lambda: FunctionType = {
    kind: 'function',
    label: undefined,
    arity: ir.parameters.length,
    apply: (call) =>
      interpreter.within(unit, ir, () => {
        const frame = new Frame(scope.frame);
        const args = argumentsOf(ir, call);
        for (const [index, { name }] of ir.parameters.entries()) frame.bind(name, args[index] ?? nothing);
        return interpreter.evaluate(ir.body, { ...scope, frame });
      }),
  };
  return valueOf([lambda]);
}

/**
 * Completes arguments according to the signature: the context replaces missing ones, and single values become lists.
 */
function argumentsOf({ signature, parameters }: LambdaIr, { args, context }: FunctionCall): readonly Value[] {
  if (signature === undefined) return args;
  const isPlain = signature.parameters.every(({ type, pattern }) => type !== 'a' && !pattern.endsWith('+'));
  const aligned = isPlain ? matchArguments(signature, args, context) : undefined;
  return aligned ?? parameters.map(() => unknownFrom(args));
}

/** `|pattern|update, remove|`. */
export function evaluateTransform(interpreter: Interpreter, ir: TransformIr, scope: Scope): Value {
  const transform: FunctionType = {
    kind: 'function',
    label: undefined,
    arity: 1,
    apply: ({ args: [value = nothing] }) => transformed(interpreter, ir, value, scope),
  };
  return valueOf([transform]);
}
