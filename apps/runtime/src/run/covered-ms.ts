export interface TimeSpan {
  readonly from: Date;
  readonly until: Date;
}

/** How long at least one of the time spans lasts, in milliseconds. Where they overlap, the time counts once. */
export function coveredMs(spans: readonly TimeSpan[]): number {
  let covered = 0;
  let reachedMs = -Infinity;
  for (const { from, until } of spans.toSorted((one, other) => one.from.getTime() - other.from.getTime())) {
    const fromMs = Math.max(from.getTime(), reachedMs);
    covered += Math.max(0, until.getTime() - fromMs);
    reachedMs = Math.max(reachedMs, until.getTime());
  }
  return covered;
}
