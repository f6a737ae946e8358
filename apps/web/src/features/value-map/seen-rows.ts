import type { ValueMapEntry } from './value-map-rows.ts';

/** A value that mappings really looked up, and the number of records in which they did. */
export interface SeenValue {
  readonly key: string;
  readonly records: number;
}

/** What mappings really looked up in a value map. */
export interface SeenUse {
  readonly mappings: number;
  /** Records that were looked at. */
  readonly records: number;
  /** The most frequent ones first. */
  readonly values: readonly SeenValue[];
  /** The number of values that are personal data and not shown. */
  readonly personal: number;
}

interface MappingUse {
  readonly records: number;
  readonly personal: number;
  readonly keys: readonly { readonly key: string; readonly samples: number }[];
}

/** Adds up what several mappings looked up. */
export function seenUse(uses: readonly MappingUse[]): SeenUse {
  const counts = new Map<string, number>();
  for (const { keys } of uses) for (const { key, samples } of keys) counts.set(key, (counts.get(key) ?? 0) + samples);
  return {
    mappings: uses.length,
    records: uses.reduce((sum, { records }) => sum + records, 0),
    personal: uses.reduce((sum, { personal }) => sum + personal, 0),
    values: [...counts]
      .map(([key, records]) => ({ key, records }))
      .toSorted((a, b) => b.records - a.records || (a.key < b.key ? -1 : 1)),
  };
}

/** Values that were seen and have no row, the most frequent ones first. */
export function gapsOf({ values }: SeenUse, entries: readonly Pick<ValueMapEntry, 'key'>[]): readonly SeenValue[] {
  const known = new Set(entries.map(({ key }) => key));
  return values.filter(({ key }) => !known.has(key));
}
