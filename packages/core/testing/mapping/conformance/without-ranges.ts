const placeKeys = new Set(['start', 'end', 'operatorRange']);

/** A tree without its offsets: two texts with the same meaning give equal trees. */
export function withoutRanges(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRanges);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !placeKeys.has(key));
  return Object.fromEntries(kept.map(([key, part]): [string, unknown] => [key, withoutRanges(part)]));
}
