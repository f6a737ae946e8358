/**
 * Looks up a name that comes from outside. Without this, `constructor` and `toString` would be found in every record,
 * because all objects inherit them.
 */
export function ownValue<Value>(record: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
