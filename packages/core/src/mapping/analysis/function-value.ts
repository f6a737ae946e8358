import { builtinResults } from './builtin-results.ts';
import { checkCall } from './check-call.ts';
import { domainResults } from './domain-results.ts';
import { higherOrderResults } from './higher-order-results.ts';
import type { FunctionResult } from './function-result.ts';
import type { Interpreter } from './interpreter.ts';
import { knownFunctions } from './known-functions.ts';
import { declaredResult } from './declared-result.ts';
import { valueOf, type Value } from './value.ts';

/** A function of JSONata or of ours as a value; undefined when no function has this name. */
export function functionValue(interpreter: Interpreter, name: string): Value | undefined {
  const known = knownFunctions().get(name);
  if (known === undefined) return undefined;
  const result = results.get(name) ?? declaredResult;
  return valueOf([
    {
      kind: 'function',
      label: name,
      arity: known.arity,
      apply: (call) => {
        const args = checkCall(interpreter, known, call);
        return result({ ...call, interpreter, known, args });
      },
    },
  ]);
}

const results: ReadonlyMap<string, FunctionResult> = new Map([
  ...Object.entries(builtinResults),
  ...Object.entries(higherOrderResults),
  ...Object.entries(domainResults),
]);
