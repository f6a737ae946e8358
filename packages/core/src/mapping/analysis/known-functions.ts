import { builtins } from '../builtins/registry.ts';
import { mappingFunctions } from '../functions/registry.ts';
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
  return (functions ??= new Map(
    [...builtins, ...mappingFunctions, evalDefinition].map(
      (definition) => [definition.name, known(definition)] as const,
    ),
  ));
}

/** The compiler makes it wherever it is written. */
const evalDefinition = { name: 'eval', signature: '<sx?:x>', arity: 2 };

let functions: ReadonlyMap<string, KnownFunction> | undefined;

interface Definition {
  readonly name: string;
  readonly signature: string;
  readonly arity?: number;
}

function known({ name, signature: definition, arity }: Definition): KnownFunction {
  const result = /:(.*)>$/.exec(definition)?.[1] ?? 'x';
  const { signature } = parseSignature(definition);
  return { name, signature, arity: arity ?? signature.parameters.length, result };
}
