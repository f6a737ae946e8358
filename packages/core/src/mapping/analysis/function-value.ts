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
        // A function may read and copy every field of the values that it gets.
        for (const arg of args) interpreter.spend(fieldsIn(arg));
        return result({ ...call, interpreter, known, args });
      },
    },
  ]);
}

/** Fields of all objects that a value may be, and of the objects in its lists. */
const fieldsIn = ({ types }: Value): number =>
  types.reduce((sum, type) => {
    if (type.kind === 'object') return sum + type.fields.size;
    if (type.kind !== 'list') return sum;
    return (type.parts ?? [type.items]).reduce((all, part) => all + fieldsIn(part), sum);
  }, 0);

const results: ReadonlyMap<string, FunctionResult> = new Map([
  ...Object.entries(builtinResults),
  ...Object.entries(higherOrderResults),
  ...Object.entries(domainResults),
]);
