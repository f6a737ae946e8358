import { escapePointer } from './steps/step-kind.ts';

/** A place where two documents differ. */
export interface ValueChange {
  /** RFC 6901 pointer into the later document, or into the earlier one for a value that was removed. */
  readonly pointer: string;
  /** Absent for a value that was added. */
  readonly before?: unknown;
  /** Absent for a value that was removed. */
  readonly after?: unknown;
}

/**
 * Fields that can name an item of a list, in the order in which they are tried. Such lists are compared by name, and
 * others by position. A step has an id and a name; a new name is a change of the same step.
 */
const itemNames = ['id', 'slot', 'code', 'key', 'name'] as const;

/**
 * Lists where two JSON values differ, in document order. The order of object keys does not count. Lists whose items
 * carry a name are compared item by name, so that one inserted row is one change.
 */
export function diffValues(before: unknown, after: unknown, pointer = ''): ValueChange[] {
  if (before === after) return [];
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after, pointer);
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => diffValues(before[key], after[key], `${pointer}/${escapePointer(key)}`));
  }
  return [{ pointer, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

function diffLists(before: readonly unknown[], after: readonly unknown[], pointer: string): ValueChange[] {
  const name = itemNames.find((candidate) => isNamedBy(before, candidate) && isNamedBy(after, candidate));
  if (name === undefined) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) => diffValues(before[index], after[index], `${pointer}/${index}`)).flat();
  }
  const earlier = indexBy(before, name);
  const later = indexBy(after, name);
  const removed = [...earlier].filter(([key]) => !later.has(key));
  return [
    ...removed.map(([, { index, item }]) => ({ pointer: `${pointer}/${index}`, before: item })),
    ...[...later].flatMap(([key, { index, item }]) => diffValues(earlier.get(key)?.item, item, `${pointer}/${index}`)),
    ...orderChange([...earlier.keys()], [...later.keys()], pointer),
  ];
}

/** The order of rules matters, so it is reported as one change of the list, by the names in it. */
function orderChange(before: readonly string[], after: readonly string[], pointer: string): ValueChange[] {
  const [stayed, stays] = [before.filter((key) => after.includes(key)), after.filter((key) => before.includes(key))];
  return stayed.every((key, index) => key === stays[index]) ? [] : [{ pointer, before: stayed, after: stays }];
}

function isNamedBy(list: readonly unknown[], name: string): boolean {
  const names = list.map((item) => (isRecord(item) ? item[name] : undefined));
  return names.every((value) => typeof value === 'string') && new Set(names).size === names.length;
}

const indexBy = (list: readonly unknown[], name: string) =>
  new Map(list.map((item, index) => [String(isRecord(item) ? item[name] : index), { index, item }]));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
