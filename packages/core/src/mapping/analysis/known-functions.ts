import { mappingFunctions } from '../functions/registry.ts';
import { parseSignature, type Signature } from '../syntax/parse-signature.ts';
import { builtinSignatures } from './builtin-signatures.ts';

/** A function that mappings can call, as its signature declares it. */
export interface KnownFunction {
  readonly name: string;
  readonly signature: Signature;
  /** Names for sentences; empty where nobody gave any. */
  readonly parameters: readonly string[];
  /** What stands behind the colon of the signature, such as `a<s>`. */
  readonly result: string;
}

/** JSONata's and our own, by name without the `$`. */
export function knownFunctions(): ReadonlyMap<string, KnownFunction> {
  return (functions ??= new Map(
    [
      ...Object.entries(builtinSignatures).map(([name, signature]) => ({ name, signature, parameters: [] })),
      ...mappingFunctions,
    ].map((definition) => [definition.name, known(definition)] as const),
  ));
}

let functions: ReadonlyMap<string, KnownFunction> | undefined;

function known({
  name,
  signature,
  parameters,
}: {
  readonly name: string;
  readonly signature: string;
  readonly parameters: readonly string[];
}): KnownFunction {
  const result = /:(.*)>$/.exec(signature)?.[1] ?? 'x';
  return { name, signature: parseSignature(signature).signature, parameters, result };
}
