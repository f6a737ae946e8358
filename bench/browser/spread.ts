/** Median, 95th percentile and maximum. */
export function spread(values: readonly number[]) {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { median: at(0.5), p95: at(0.95), most: rounded(sorted.at(-1) ?? 0) };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
