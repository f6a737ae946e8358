import type { Run } from './run.ts';

/**
 * Returns a sorted copy; items of equal rank keep their order. It calls `isAfter` in the same order as the reference's
 * merge sort, so that of several values that cannot be compared the same one is reported.
 */
export function mergeSort<T>(run: Run, items: readonly T[], isAfter: (left: T, right: T) => boolean): T[] {
  const sorted = items.slice();
  sortRange(run, { from: items.slice(), into: sorted }, [0, items.length], isAfter);
  return sorted;
}

/**
 * At first both hold the same items in the range. Afterwards `into` holds them sorted, and the order in `from` is
 * undefined.
 */
interface Buffers<T> {
  readonly from: T[];
  readonly into: T[];
}

type IsAfter<T> = (left: T, right: T) => boolean;

function sortRange<T>(run: Run, buffers: Buffers<T>, range: readonly [number, number], isAfter: IsAfter<T>): void {
  const [start, end] = range;
  if (end - start <= 1) return;
  const middle = start + ((end - start) >> 1);
  const { from, into } = buffers;
  const turned = { from: into, into: from };
  sortRange(run, turned, [start, middle], isAfter);
  sortRange(run, turned, [middle, end], isAfter);
  let [left, right] = [start, middle];
  run.spend(end - start);
  for (let at = start; at < end; at += 1) {
    const takesRight = left >= middle || (right < end && isAfter(from[left] as T, from[right] as T));
    into[at] = (takesRight ? from[right++] : from[left++]) as T;
  }
}
