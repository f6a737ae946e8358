/** At most so many records of a list, and values of a field, are looked at. */
const mostRecords = 40;
const mostValues = 20;

/** The items of the lists at a path, over all records. */
export function itemsAt(records: readonly unknown[], path: readonly string[]): unknown[] {
  return records.flatMap((record) => leavesAt(record, path, 0)).slice(0, mostRecords);
}

/** Different values of a field that are not empty. */
export function valuesAt(records: readonly unknown[], path: readonly string[]): unknown[] {
  const values = records
    .flatMap((record) => leavesAt(record, path, 0))
    .filter((value) => value !== null && value !== '');
  return [...new Set(values)].slice(0, mostValues);
}

function leavesAt(value: unknown, path: readonly string[], at: number): unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.slice(0, mostRecords).flatMap((item) => leavesAt(item, path, at));
  const name = path[at];
  if (name === undefined) return [value];
  if (typeof value !== 'object' || !Object.hasOwn(value, name)) return [];
  return leavesAt((value as Readonly<Record<string, unknown>>)[name], path, at + 1);
}
