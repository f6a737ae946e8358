import { TRPCError } from '@trpc/server';
import { deserialize } from 'superjson';
import type { SuperJSONResult } from 'superjson';

/** Deeper than any document, payload or sample with which a person works. */
const deepest = 100;

/** The kinds of values that our own client annotates. Others, such as references between parts, are refused. */
const known: ReadonlySet<unknown> = new Set(['undefined', 'Date', 'number']);

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads the input of a call. Before anything else uses it, it refuses input that could make reading expensive or could
 * not be stored: references (each level of them doubles the work), other classes, deep nesting, keys that reach into
 * prototypes, and characters that the database refuses.
 * @throws TRPCError `BAD_REQUEST`
 */
export const readInput = (sent: unknown): unknown => {
  if (sent === undefined) return undefined;
  if (!isRecord(sent) || Object.keys(sent).some((key) => key !== 'json' && key !== 'meta')) {
    throw refused('The input has to be an object with "json".');
  }
  checkPlain(sent['json']);
  const { meta } = sent;
  if (meta !== undefined) checkMeta(meta);
  try {
    return deserialize(sent as unknown as SuperJSONResult);
  } catch (cause) {
    throw refused('The input does not fit its annotations.', cause);
  }
};

const checkMeta = (meta: unknown): void => {
  if (!isRecord(meta)) throw refused('The annotations have to be an object.');
  const { values, v, ...others } = meta;
  if (Object.keys(others).length > 0 || (v !== undefined && v !== 1)) {
    throw refused(`The input holds annotations that are not read: ${Object.keys(others).join(', ').slice(0, 100)}.`);
  }
  checkPlain(values);
  checkAnnotations(values);
};

/** A tree of lists and objects whose leaves name the kind of value. The earlier check has bounded its depth. */
const checkAnnotations = (tree: unknown): void => {
  if (tree === undefined || tree === null) return;
  if (typeof tree === 'string') {
    if (!known.has(tree)) throw refused(`Values of the kind "${tree.slice(0, 40)}" are not read.`);
    return;
  }
  if (typeof tree !== 'object') throw refused('The annotations have an unknown shape.');
  for (const part of Object.values(tree)) checkAnnotations(part);
};

/** Walks the value with an explicit list instead of recursion, because an attacker chooses the depth. */
const checkPlain = (root: unknown): void => {
  const pending: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') checkText(value);
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= deepest) throw refused(`The input is nested more than ${deepest} levels deep.`);
    if (Array.isArray(value)) {
      for (const item of value) pending.push({ value: item, depth: depth + 1 });
      continue;
    }
    for (const [key, part] of Object.entries(value)) {
      if (forbiddenKeys.has(key)) throw refused(`The input holds the key "${key}", which is not possible.`);
      checkText(key);
      pending.push({ value: part, depth: depth + 1 });
    }
  }
};

/** PostgreSQL stores neither the NUL character nor lone surrogates. */
const checkText = (text: string): void => {
  if (text.isWellFormed() && !text.includes('\0')) return;
  throw refused('A text holds the NUL character or half a surrogate pair, usually pasted by accident. Remove it.');
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refused = (message: string, cause?: unknown): TRPCError =>
  new TRPCError({ code: 'BAD_REQUEST', message, ...(cause === undefined ? {} : { cause }) });
