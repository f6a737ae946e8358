import { parseSignature } from '../syntax/parse-signature.ts';
import { ArgumentCheck } from './argument-check.ts';
import { callableOf, type Callable } from './callable.ts';
import type { Run } from './run.ts';

/** Describes a function that is written in JavaScript. */
interface Definition {
  readonly name: string;
  readonly signature: string;
  /** Absent: the number of parameters in the signature. */
  readonly arity?: number;
  implementation(run: Run, ...args: unknown[]): unknown;
}

/** A function that is written in JavaScript, as a value of the language. */
export function builtinCallable(definition: Definition): Callable {
  const check = new ArgumentCheck(parseSignature(definition.signature).signature);
  return callableOf((run, args) => definition.implementation(run, ...args), {
    arity: definition.arity ?? check.signature.parameters.length,
    label: definition.name,
    check,
    kind: 'builtin',
  });
}
