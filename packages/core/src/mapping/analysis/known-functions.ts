import { declaredFunctions, type DeclaredFunction } from '../functions/declared-functions.ts';
import { parseSignature, type Signature } from '../syntax/parse-signature.ts';

/** A function that mappings can call, as its signature declares it. */
export interface KnownFunction {
  readonly name: string;
  readonly signature: Signature;
  /** The number of arguments that a higher-order function passes it. */
  readonly arity: number;
  /** The part of the signature behind its colon, such as `a<s>`. */
  readonly result: string;
}

/** JSONata's functions and our own, by name without the `$`. */
export function knownFunctions(): ReadonlyMap<string, KnownFunction> {
  return (functions ??= new Map(Array.from(declaredFunctions, ([name, declared]) => [name, known(name, declared)])));
}

let functions: ReadonlyMap<string, KnownFunction> | undefined;

function known(name: string, { signature: definition, arity }: DeclaredFunction): KnownFunction {
  const result = /:(.*)>$/.exec(definition)?.[1] ?? 'x';
  const { signature } = parseSignature(definition);
  return { name, signature, arity: arity ?? signature.parameters.length, result };
}
