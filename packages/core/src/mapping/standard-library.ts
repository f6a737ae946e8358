import { builtins } from './builtins/registry.ts';
import { builtinCallable } from './engine/builtin-callable.ts';
import type { Callable } from './engine/callable.ts';
import { EvaluationFailure } from './engine/failure.ts';
import { impureFunctions } from './functions/declared-functions.ts';
import { mappingFunctions } from './functions/registry.ts';
import { mappingErrorCodes } from './mapping-error.ts';

/** A placeholder for `$eval`, which the compiler makes at each place where it is written. */
const evalDefinition = { name: 'eval', signature: '<sx?:x>', implementation: () => undefined };

const complete: ReadonlyMap<string, Callable> = new Map(
  [...builtins, ...mappingFunctions, evalDefinition].map((each) => [each.name, builtinCallable(each)]),
);

const refusals: ReadonlyMap<string, Callable> = new Map(
  Object.entries(impureFunctions).map(([name, reason]) => [name, refusalOf(name, reason)]),
);

const guarded: ReadonlyMap<string, Callable> = new Map([...complete, ...refusals]);

/** Every function that a mapping can call without defining it, by its name without the `$`. */
export function standardLibrary({ isImpureAllowed }: { readonly isImpureAllowed: boolean }) {
  return isImpureAllowed ? complete : guarded;
}

function refusalOf(name: string, reason: string): Callable {
  return builtinCallable({
    name,
    signature: '<x?x?:x>',
    implementation() {
      throw new EvaluationFailure(mappingErrorCodes.functionOff, `$${name} is switched off in mappings: ${reason}`);
    },
  });
}
