/** A sample with what it is the first to cover. */
export interface ChosenSample {
  readonly index: number;
  readonly keys: readonly string[];
}

/**
 * Chooses few samples that together cover everything that any of them covers and that is not covered yet: each time the
 * one that adds most, and of equal ones the first.
 */
export function fewestSamples(
  samples: readonly (readonly string[])[],
  covered: ReadonlySet<string>,
): readonly ChosenSample[] {
  const done = new Set(covered);
  const chosen: ChosenSample[] = [];
  for (;;) {
    let best: ChosenSample | undefined;
    for (const [index, keys] of samples.entries()) {
      const added = keys.filter((key) => !done.has(key));
      if (added.length > (best?.keys.length ?? 0)) best = { index, keys: added };
    }
    if (best === undefined) return chosen;
    chosen.push(best);
    for (const key of best.keys) done.add(key);
  }
}
