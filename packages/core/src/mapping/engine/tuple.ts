import { Gathering } from './gathering.ts';
import type { Run } from './run.ts';

/** Carries the item (under `@`) along a path, together with the values that `@`, `#` and `%` have bound to names. */
export interface Tuple {
  readonly [name: string]: unknown;
  readonly '@': unknown;
}

export function tupleOf(item: unknown): Tuple {
  return { '@': item };
}

/** Merges tuples into one. Each name holds the values of all of them, in order. */
export function reduceTuples(run: Run, gathered: unknown): Tuple {
  if (!Array.isArray(gathered)) return gathered as Tuple;
  const values = new Map<string, Gathering>();
  for (const tuple of gathered as readonly Tuple[]) {
    run.spend(1);
    for (const [name, value] of Object.entries(tuple)) {
      const gathering = values.get(name);
      if (gathering === undefined) values.set(name, new Gathering(value));
      else gathering.add(run, value);
    }
  }
  const names = [...values].map(([name, gathering]) => [name, gathering.value] as const);
  return Object.fromEntries(names) as unknown as Tuple;
}
