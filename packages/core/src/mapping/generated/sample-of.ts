/** Items of a list that are kept, and fields of an object. */
const maxItems = 40;
const maxFields = 400;
const maxDepth = 12;

/**
 * The shape of a value, for the generator: which fields are there and which are lists. Texts are not kept, and long lists
 * are thinned out, so that samples can wait in memory for as long as the mapping does.
 */
export function sampleOf(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return '';
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
  if (depth >= maxDepth) return Array.isArray(value) ? [] : {};
  if (Array.isArray(value)) {
    const every = Math.ceil(value.length / maxItems);
    const items = value.length <= maxItems ? value : value.filter((_, index) => index % every === 0);
    return items.map((item) => sampleOf(item, depth + 1));
  }
  const sample: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(value).slice(0, maxFields)) {
    sample[key] = sampleOf((value as Readonly<Record<string, unknown>>)[key], depth + 1);
  }
  return sample;
}
