import { otherKeys } from '@throughline/core/mapping/value-map-table';
import type { SeenValue } from '#features/mapper/evaluation/seen-values.ts';
import type { SeenUse } from './seen-use.ts';
import type { ValueMapEntry } from './value-map-rows.ts';

export interface RowsInUse {
  /** Values that were seen and have no row, the most frequent ones first. */
  readonly gaps: readonly SeenValue[];
  /** The number of values without a row that are personal data and not shown. */
  readonly hidden: number;
  /** The number of samples in which the key of a row was looked up; undefined if that is not known. */
  readonly seenIn: (key: string) => number | undefined;
}

/**
 * Compares what was looked up with the rows. A key counts as never seen only if everything could be looked at: whoever
 * may not see personal data gets masked samples, in which the keys of rows are replaced too.
 */
export function compareRows({ values, leftOut }: SeenUse, entries: readonly Pick<ValueMapEntry, 'key'>[]): RowsInUse {
  const rows = new Set(entries.map(({ key }) => key));
  const counts = new Map(values.map(({ key, samples }) => [key, samples]));
  const without = values.filter(({ key }) => !rows.has(key));
  const gaps = without.filter(({ isPersonal }) => !isPersonal);
  const hidden = without.length - gaps.length;
  const isComplete = leftOut === 0 && hidden === 0;
  // A row for all other keys is not looked up by its own name.
  const ifMissing = (key: string) => (isComplete && key !== otherKeys ? 0 : undefined);
  return { gaps, hidden, seenIn: (key) => counts.get(key) ?? ifMissing(key) };
}
