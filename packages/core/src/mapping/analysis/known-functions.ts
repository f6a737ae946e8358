import { builtins } from '../builtins/registry.ts';
import { mappingFunctions } from '../functions/registry.ts';
import { parseSignature, type Signature } from '../syntax/parse-signature.ts';

/** A function that mappings can call, as its signature declares it. */
export interface KnownFunction {
  readonly name: string;
  readonly signature: Signature;
  /** What stands behind the colon of the signature, such as `a<s>`. */
  readonly result: string;
}

/** JSONata's and our own, by name without the `$`. */
export function knownFunctions(): ReadonlyMap<string, KnownFunction> {
  return (functions ??= new Map(
    [...builtins, ...mappingFunctions, evalDefinition].map(
      (definition) => [definition.name, known(definition)] as const,
    ),
  ));
}

/** Made by the compiler at each place where it stands. */
const evalDefinition = { name: 'eval', signature: '<sx?:x>' };

let functions: ReadonlyMap<string, KnownFunction> | undefined;

function known({ name, signature }: { readonly name: string; readonly signature: string }): KnownFunction {
  const result = /:(.*)>$/.exec(signature)?.[1] ?? 'x';
  return { name, signature: parseSignature(signature).signature, result };
}
