import { businessFailure, type FailureFacts } from '../failures/step-failure.ts';

/** Most characters and values in what the steps of one body, or the items of one loop, give. A run keeps it in memory. */
const maxOutputsLength = 100_000_000;

const lengths = new WeakMap<object, number>();

/** Counts an output that is kept with others, and says why it may not be when that makes them too large. */
export function noRoomFor(output: unknown, others: object, most = maxOutputsLength): FailureFacts | null {
  const before = lengths.get(others) ?? 0;
  const length = before + lengthOf(output, most - before);
  lengths.set(others, length);
  if (length <= most) return null;
  return businessFailure(
    'OUTPUTS_TOO_LARGE',
    `What the steps up to here, or the items of this loop, give is larger than ${most} characters and values. Let each of them give only what later steps use.`,
  ).facts;
}

/** Texts, keys and values are counted, each as often as it is held, and no further than `most`. */
function lengthOf(value: unknown, most: number): number {
  let length = 0;
  const rest: unknown[] = [value];
  while (rest.length > 0 && length <= most) {
    const next = rest.pop();
    length += typeof next === 'string' ? next.length : 1;
    if (Array.isArray(next)) for (const item of next) rest.push(item);
    else if (typeof next === 'object' && next !== null) {
      for (const [key, member] of Object.entries(next)) {
        length += key.length;
        rest.push(member);
      }
    }
  }
  return length;
}
