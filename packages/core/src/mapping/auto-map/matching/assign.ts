/** A source field that may fill a target field. Both are numbered. */
export interface Scored {
  readonly target: number;
  readonly source: number;
  readonly score: number;
  /** An id may stand in several fields without being less likely. */
  readonly mayRepeat: boolean;
}

/** A source that already fills another field is less likely to be meant again. */
const repeatFactor = 0.72;

/** Gives each target field at most one source field, the most certain pairs first. */
export function assign(pairs: readonly Scored[]): Scored[] {
  const open = pairs.toSorted((a, b) => b.score - a.score || a.target - b.target || a.source - b.source);
  // Repeats come back with a lower score, in the same order.
  const repeats: Scored[] = [];
  const chosen = new Map<number, Scored>();
  const used = new Set<number>();
  let [at, again] = [0, 0];
  for (;;) {
    const [next, repeat] = [open[at], repeats[again]];
    const isRepeat = repeat !== undefined && (next === undefined || repeat.score >= next.score);
    const pair = isRepeat ? repeat : next;
    if (pair === undefined) return [...chosen.values()];
    if (isRepeat) again += 1;
    else at += 1;
    if (chosen.has(pair.target)) continue;
    if (!isRepeat && !pair.mayRepeat && used.has(pair.source)) {
      repeats.push({ ...pair, score: pair.score * repeatFactor });
      continue;
    }
    chosen.set(pair.target, pair);
    used.add(pair.source);
  }
}
