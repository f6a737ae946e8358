import type { ValueMapDocument } from '@throughline/core/flow';

type Entry = ValueMapDocument['entries'][number];

export interface EntryChange {
  readonly key: string;
  readonly effect: 'added' | 'removed' | 'changed' | 'same';
  readonly before?: Entry;
  readonly after?: Entry;
}

/** Rows by key, in the order of the new map; removed ones come last. */
export const compareValueMaps = (
  before: ValueMapDocument | undefined,
  after: ValueMapDocument,
): readonly EntryChange[] => {
  const earlier = new Map((before?.entries ?? []).map((entry) => [entry.key, entry]));
  const kept = new Set(after.entries.map(({ key }) => key));
  return [
    ...after.entries.map((entry): EntryChange => {
      const was = earlier.get(entry.key);
      if (was === undefined) return { key: entry.key, effect: 'added', after: entry };
      const isSame = was.value === entry.value && was.note === entry.note;
      return { key: entry.key, effect: isSame ? 'same' : 'changed', before: was, after: entry };
    }),
    ...[...earlier.values()]
      .filter(({ key }) => !kept.has(key))
      .map((entry): EntryChange => ({ key: entry.key, effect: 'removed', before: entry })),
  ];
};
