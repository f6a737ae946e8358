import { TRPCError } from '@trpc/server';
import { deserialize } from 'superjson';
import type { SuperJSONResult } from 'superjson';

/** Deeper than any document, payload or sample with which a person works. */
const deepest = 100;

/** Our own client annotates only dates and what is missing. Each annotation costs much more than the value itself. */
const mostAnnotations = 5_000;

/** The kinds of values that our own client annotates. Others, such as references between parts, are refused. */
const known: ReadonlySet<unknown> = new Set(['undefined', 'Date', 'number']);

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads the input of a call. Before anything else uses it, it refuses input that could make reading expensive or could
 * not be stored: references (each level of them doubles the work), other classes, many annotations, deep nesting, keys that
 * reach into prototypes, and characters that the database refuses. `boundedRequest` has bounded the number of values.
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
  checkAnnotations(values);
  checkPlain(values);
};

interface Annotation {
  readonly tree: unknown;
  readonly depth: number;
}

/**
 * Checks a tree whose leaves name the kind of a value. A list has a kind and perhaps an object of what is below; the keys
 * of an object lead down. The walk ends at the limits, whatever the size of the tree.
 */
const checkAnnotations = (root: unknown): void => {
  const pending: Annotation[] = [{ tree: root, depth: 0 }];
  // The object at the top is not an annotation itself.
  let count = -1;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.depth > deepest) throw refused(`The annotations reach more than ${deepest} levels deep.`);
    if (typeof next.tree === 'string') {
      if (!known.has(next.tree)) throw refused(`Values of the kind "${next.tree.slice(0, 40)}" are not read.`);
      continue;
    }
    count += 1;
    const below = belowIn(next);
    if (count > mostAnnotations) throw tooManyAnnotations();
    pending.push(...below);
  }
};

const belowIn = ({ tree, depth }: Annotation): readonly Annotation[] => {
  if (tree === undefined || tree === null) return [];
  if (Array.isArray(tree) && tree.length <= 2) return tree.map((part: unknown) => ({ tree: part, depth: depth + 1 }));
  if (!isRecord(tree)) throw refused('The annotations have an unknown shape.');
  const keys = Object.keys(tree);
  if (keys.length > mostAnnotations) throw tooManyAnnotations();
  return keys.map((key) => ({ tree: tree[key], depth: depth + segmentsOf(key) }));
};

/** Segments of a key are separated by dots; a dot or a backslash of the segment itself has a backslash before it. */
const segmentsOf = (key: string): number => key.replace(/\\[\\.]/g, '').split('.').length;

const tooManyAnnotations = (): TRPCError =>
  refused(`The input holds more than ${mostAnnotations.toLocaleString('en')} annotations. Send less at a time.`);

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
