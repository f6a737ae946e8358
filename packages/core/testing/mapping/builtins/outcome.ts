import { inspect } from 'node:util';

/** The outcome of a call: a value in which sequences are distinguished from lists, or the code of its failure. */
export type Outcome = { readonly value: unknown } | { readonly code: string };

/** The code of a failure without one, because the reference ran into a JavaScript error. */
export const uncoded = 'uncoded';

/** Shows what `toEqual` ignores: signs of zero, undefined members, order of keys. */
export const shown = (value: unknown): string =>
  inspect(value, { depth: null, maxArrayLength: null, breakLength: 100 });

export async function outcomeOf(act: () => unknown): Promise<Outcome> {
  try {
    return { value: marked(await act()) };
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return { code: typeof code === 'string' ? code : uncoded };
  }
}

function marked(value: unknown): unknown {
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) {
    const items = Array.from(value, marked);
    return 'sequence' in value || 'isSequence' in value ? { sequence: items } : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, marked(member)]));
}
