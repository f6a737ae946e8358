import { otherKeys } from '@throughline/core/mapping/value-map-table';
import type { SeenValue } from '../../evaluation/seen-values.ts';

/** A value that was looked up, or an entry of the value map. */
export interface EntryRow {
  readonly key: string;
  /** The fallback is the entry for all keys that have none. */
  readonly kind: 'gap' | 'entry' | 'fallback';
  /** The number of samples; for the fallback, the number of values without an entry. Undefined if that is not known. */
  readonly seen: number | undefined;
}

export interface EntryRows {
  readonly rows: readonly EntryRow[];
  /** The number of values that are shown and have no entry. */
  readonly gaps: number;
  /** The number of values without an entry that are personal data and not shown. */
  readonly hidden: number;
  readonly hasFallback: boolean;
}

/**
 * The entries of a value map with what was looked up: first what has no entry, last what was never looked up. Whoever
 * may not see personal data gets masked samples, so that entries may seem unused while values are hidden.
 */
export function entryRows(entries: Readonly<Record<string, unknown>>, seen: readonly SeenValue[] = []): EntryRows {
  const counts = new Map(seen.map(({ key, samples }) => [key, samples]));
  const without = seen.filter(({ key }) => !Object.hasOwn(entries, key));
  const gaps = without.filter(({ isPersonal }) => !isPersonal);
  const hidden = without.length - gaps.length;
  const own = Object.keys(entries)
    .filter((key) => key !== otherKeys)
    .toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const hasFallback = Object.hasOwn(entries, otherKeys);
  return {
    rows: [
      ...gaps.map(({ key, samples }) => ({ key, kind: 'gap' as const, seen: samples })),
      ...(hasFallback ? [{ key: otherKeys, kind: 'fallback' as const, seen: without.length }] : []),
      ...own.map((key) => ({
        key,
        kind: 'entry' as const,
        seen: counts.get(key) ?? (hidden > 0 ? undefined : 0),
      })),
    ],
    gaps: gaps.length,
    hidden,
    hasFallback,
  };
}
