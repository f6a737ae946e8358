/** The key of a table's answer for all keys that it does not list. */
export const otherKeys = '*';

type Value = string | number | boolean | null;

/** The part of a value map document that a lookup needs. */
export interface ValueMapEntries {
  readonly entries: readonly { readonly key: string; readonly value: Value }[];
  readonly fallback?: Value | undefined;
}

/**
 * The table that `$valueMap` reads. Its fallback is under the key `*`. Of rows with the same key, the first one counts.
 */
export function valueMapTable({ entries, fallback }: ValueMapEntries): Readonly<Record<string, Value>> {
  const rows = entries.toReversed().map(({ key, value }) => [key, value] as const);
  return Object.fromEntries(fallback === undefined ? rows : [[otherKeys, fallback], ...rows]);
}
