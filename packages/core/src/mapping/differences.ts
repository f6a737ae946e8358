import { escapePointer } from './plain-json.ts';

export interface Difference {
  /** JSON pointer of the value that differs. */
  readonly pointer: string;
  /** Absent when nothing was expected. */
  readonly expected?: unknown;
  /** Absent when nothing was returned. */
  readonly actual?: unknown;
}

/** Lists every place where two JSON values differ, in document order. The order of object keys does not count. */
export function differences(expected: unknown, actual: unknown, pointer = ''): Difference[] {
  if (Object.is(expected, actual)) return [];
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const length = Math.max(expected.length, actual.length);
    return Array.from({ length }, (_, index) =>
      differences(expected[index], actual[index], `${pointer}/${index}`),
    ).flat();
  }
  if (isRecord(expected) && isRecord(actual)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return keys.flatMap((key) => differences(expected[key], actual[key], `${pointer}/${escapePointer(key)}`));
  }
  return [{ pointer, ...(expected === undefined ? {} : { expected }), ...(actual === undefined ? {} : { actual }) }];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
