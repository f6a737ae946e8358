import jsonata from 'jsonata';

/** A function of the reference package. */
export interface ReferenceFunction {
  /** The number of arguments that higher-order functions pass to it. */
  readonly arity: number;
  readonly signature: string;
  /** Calls it without checking the arguments. */
  call(args: readonly unknown[]): Promise<unknown>;
}

interface Definition {
  readonly implementation: (this: unknown, ...args: unknown[]) => unknown;
  readonly signature: { readonly definition: string };
}

/** @param now milliseconds since 1970 that the reference uses as the start of the run */
export async function referenceFunction(name: string, now: number): Promise<ReferenceFunction> {
  const { implementation, signature } = (await jsonata(`$${name}`).evaluate(undefined)) as Definition;
  const focus = {
    createSequence: (...items: unknown[]): unknown[] => Object.assign(items.slice(0, 1), { sequence: true }),
    environment: { timestamp: new Date(now) },
    options: {},
  };
  return {
    arity: implementation.length,
    signature: signature.definition,
    call: async (args) => await implementation.apply(focus, [...args]),
  };
}

/** A regular expression as a value of the reference: a function that follows its matcher protocol. */
export async function referenceRegex(pattern: string, flags: string): Promise<unknown> {
  return await jsonata(`/${pattern}/${flags}`).evaluate(undefined);
}
