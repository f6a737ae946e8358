import { bailOut } from './bail-out.ts';

/** Counts the values of the result under construction. */
export interface Tally {
  size: number;
  /** Characters of the texts and keys in copied values. */
  length: number;
  /** Objects that lacked expected fields and were therefore built slowly. */
  surprises: number;
  /** The size beyond which generated code bails out. */
  readonly limit: number;
}

/** Keys that change an object's prototype when somebody merges or assigns the result carelessly. */
const unsafeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Converts a value to the form in which it may leave the engine. When this bails out, `toPlainJson` says what is wrong.
 */
export function copyPlain(value: unknown, tally: Tally): unknown {
  tally.size += 1;
  if (tally.size > tally.limit) throw bailOut;
  switch (typeof value) {
    case 'number':
      if (!Number.isFinite(value)) throw bailOut;
      return value;
    case 'object':
      if (value === null) return null;
      return Array.isArray(value) ? copyList(value, tally) : copyRecord(value, tally);
    case 'string':
      tally.length += value.length;
      return value;
    case 'function':
      throw bailOut;
    default:
      return value;
  }
}

function copyList(list: readonly unknown[], tally: Tally): unknown[] {
  const copy: unknown[] = [];
  for (const item of list) copy.push(copyPlain(item, tally) ?? null);
  return copy;
}

function copyRecord(record: object, tally: Tally): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(record)) {
    if (unsafeKeys.has(key)) throw bailOut;
    tally.length += key.length;
    const member = copyPlain((record as Readonly<Record<string, unknown>>)[key], tally);
    if (member !== undefined) copy[key] = member;
  }
  return copy;
}
