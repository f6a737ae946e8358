import type { FieldMap } from './field-types.ts';
import type { BodyValues } from './read-body.ts';
import { isLines, isStoredId } from './stored-record.ts';
import type { StoredLine, StoredValue, StoredValues } from './stored-record.ts';

/**
 * Lays a body over a record. Sublist lines with a known key change that line. Lines without a key are ADDED, unless
 * `replace` names the sublist; then the body's lines become the whole list. Sending the same lines twice therefore
 * doubles them, as it does in NetSuite.
 */
export function mergeValues(
  fields: FieldMap,
  before: StoredValues,
  body: BodyValues,
  replace: ReadonlySet<string>,
): StoredValues {
  const merged: Record<string, StoredValue> = { ...before };
  for (const [name, value] of Object.entries(body)) {
    const type = fields[name]?.type;
    if (value === null) delete merged[name];
    else if (type?.kind !== 'sublist' || !isLines(value)) merged[name] = mergeSubrecord(merged[name], value);
    else {
      const known = merged[name];
      const kept = replace.has(name) || known === undefined || !isLines(known) ? [] : known;
      merged[name] = mergeLines(kept, value, type.key);
    }
  }
  return merged;
}

function mergeLines(before: readonly StoredLine[], changes: readonly StoredLine[], key: string): StoredLine[] {
  const lines = [...before];
  for (const change of changes) {
    const at = lines.findIndex((line) => change[key] !== undefined && keyOf(line, key) === keyOf(change, key));
    const known = lines[at];
    if (known === undefined) lines.push({ ...newKey(lines, key), ...change });
    else lines[at] = { ...known, ...change };
  }
  return lines;
}

function keyOf(line: StoredLine, key: string): string | undefined {
  const value = line[key];
  if (isStoredId(value)) return value.id;
  return value === undefined || typeof value === 'object' ? undefined : String(value);
}

/** Lines are numbered from 1; a list keyed by a reference (currencies) has no numbers. */
function newKey(lines: readonly StoredLine[], key: string): StoredLine {
  if (key === 'currency') return {};
  const next = Math.max(0, ...lines.map((line) => Number(line[key] ?? 0))) + 1;
  return { [key]: key === 'id' ? String(next) : next };
}

function mergeSubrecord(before: StoredValue | undefined, value: StoredValue): StoredValue {
  const isPlainObject = (each: StoredValue | undefined): each is Record<string, never> =>
    typeof each === 'object' && !isLines(each) && !isStoredId(each);
  return isPlainObject(before) && isPlainObject(value) ? { ...before, ...value } : value;
}
