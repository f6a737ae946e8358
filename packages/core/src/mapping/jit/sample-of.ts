/** How many items of a list are kept, how many are visited, and how many fields of an object. */
const maxItems = 40;
const maxLookedAt = 3_000;
const maxFields = 400;
const maxDepth = 12;
/** How many values are visited in total. The rest counts as empty. */
const maxValues = 20_000;

/**
 * The shape of a value for the generator: which fields it has, and of what kinds their values are. The values are not
 * kept, and of a list's items only one per shape, so that samples can stay in memory as long as the mapping.
 */
export function sampleOf(value: unknown): unknown {
  return sampleAt(value, 0, { left: maxValues });
}

interface Budget {
  left: number;
}

function sampleAt(value: unknown, depth: number, budget: Budget): unknown {
  budget.left -= 1;
  switch (typeof value) {
    case 'string':
      return '';
    case 'number':
      return 0;
    case 'boolean':
      return true;
    case 'object':
      break;
    default:
      return undefined;
  }
  if (value === null) return null;
  if (depth >= maxDepth || budget.left <= 0) return Array.isArray(value) ? [] : {};
  return Array.isArray(value) ? differentItems(value, depth + 1, budget) : sampleOfRecord(value, depth + 1, budget);
}

function differentItems(list: readonly unknown[], depth: number, budget: Budget): unknown[] {
  const samples = new Map<string | undefined, unknown>();
  for (
    let index = 0;
    index < list.length && index < maxLookedAt && samples.size < maxItems && budget.left > 0;
    index += 1
  ) {
    const sample = sampleAt(list[index], depth, budget);
    const shape = JSON.stringify(sample);
    if (!samples.has(shape)) samples.set(shape, sample);
  }
  return [...samples.values()];
}

function sampleOfRecord(record: object, depth: number, budget: Budget): Record<string, unknown> {
  const sample: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(record).slice(0, maxFields)) {
    sample[key] = sampleAt((record as Readonly<Record<string, unknown>>)[key], depth, budget);
  }
  return sample;
}
