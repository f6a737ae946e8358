import { diffValues } from '@throughline/core/flow/diff-values';
import { escapePointer } from '@throughline/core/flow/steps/step-kind';
import { mergeLines } from './merge-lines.ts';

export type Side = 'mine' | 'newer';

/** A place that both sides changed differently. On a side without a value, there is nothing at this place. */
export interface MergeConflict {
  readonly pointer: string;
  readonly base?: unknown;
  readonly mine?: unknown;
  readonly newer?: unknown;
}

export interface Merged {
  readonly document: unknown;
  /** Conflicts in document order. At each conflict, the document has the chosen side, or mine if none was chosen. */
  readonly conflicts: readonly MergeConflict[];
}

/**
 * Merges two documents that are both derived from `base`. Changes that only one side made are taken from it. Lists with
 * named items are merged by name, and texts line by line.
 */
export function mergeDocuments(
  states: { readonly base: unknown; readonly mine: unknown; readonly newer: unknown },
  choices: ReadonlyMap<string, Side> = new Map(),
): Merged {
  const conflicts: MergeConflict[] = [];
  const settle = (pointer: string, three: Three): unknown => {
    const { base, mine, newer } = three;
    conflicts.push({
      pointer,
      ...(base === undefined ? {} : { base }),
      ...(mine === undefined ? {} : { mine }),
      ...(newer === undefined ? {} : { newer }),
    });
    return choices.get(pointer) === 'newer' ? newer : mine;
  };
  const document = mergeAt('', states, settle);
  return { document, conflicts };
}

interface Three {
  readonly base: unknown;
  readonly mine: unknown;
  readonly newer: unknown;
}

type Settle = (pointer: string, three: Three) => unknown;

function mergeAt(pointer: string, three: Three, settle: Settle): unknown {
  const { base, mine, newer } = three;
  if (isEqual(mine, newer) || isEqual(base, newer)) return mine;
  if (isEqual(base, mine)) return newer;
  if (isRecord(mine) && isRecord(newer)) return mergeRecords(pointer, isRecord(base) ? base : {}, mine, newer, settle);
  if (Array.isArray(base) && Array.isArray(mine) && Array.isArray(newer)) {
    const merged = mergeNamedLists(pointer, base, mine, newer, settle);
    if (merged !== undefined) return merged;
  }
  if (typeof base === 'string' && typeof mine === 'string' && typeof newer === 'string') {
    const merged = mergeLines(base, mine, newer);
    if (merged !== undefined) return merged;
  }
  return settle(pointer, three);
}

type Fields = Readonly<Record<string, unknown>>;

function mergeRecords(pointer: string, base: Fields, mine: Fields, newer: Fields, settle: Settle): Fields {
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(newer)])];
  const entries = keys.map((key) => {
    const three = { base: base[key], mine: mine[key], newer: newer[key] };
    return [key, mergeAt(`${pointer}/${escapePointer(key)}`, three, settle)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Fields that identify an item, tried in this order. A step has an id and a name, and is identified by its id. */
const itemNames = ['id', 'slot', 'code', 'key', 'name'] as const;

type List = readonly unknown[];

/** Undefined if items have no names, or both sides changed their order, because the intention is unclear then. */
function mergeNamedLists(pointer: string, base: List, mine: List, newer: List, settle: Settle): unknown[] | undefined {
  const name = itemNames.find((each) => [base, mine, newer].every((list) => isNamedBy(list, each)));
  if (name === undefined) return undefined;
  const [was, own, theirs] = [indexBy(base, name), indexBy(mine, name), indexBy(newer, name)];
  const order = mergedOrder([...was.keys()], [...own.keys()], [...theirs.keys()]);
  return order
    ?.map((key) =>
      mergeAt(
        `${pointer}/${escapePointer(key)}`,
        { base: was.get(key), mine: own.get(key), newer: theirs.get(key) },
        settle,
      ),
    )
    .filter((item) => item !== undefined);
}

/**
 * Every name of either side, in the order of the side that changed it. The other side's additions come after their
 * neighbours.
 */
function mergedOrder(base: readonly string[], mine: readonly string[], newer: readonly string[]): string[] | undefined {
  if (keepsOrder(base, newer)) return withAdditions(mine, newer);
  return keepsOrder(base, mine) ? withAdditions(newer, mine) : undefined;
}

function keepsOrder(before: readonly string[], after: readonly string[]): boolean {
  const stayed = after.filter((key) => before.includes(key));
  return before.filter((key) => after.includes(key)).every((key, index) => key === stayed[index]);
}

function withAdditions(order: readonly string[], other: readonly string[]): string[] {
  const all = [...order];
  for (const [index, key] of other.entries()) {
    if (!all.includes(key)) all.splice(index === 0 ? 0 : all.indexOf(other[index - 1] ?? '') + 1, 0, key);
  }
  return all;
}

function isNamedBy(list: List, name: string): boolean {
  const names = list.map((item) => (isRecord(item) ? item[name] : undefined));
  return names.every((value) => typeof value === 'string') && new Set(names).size === names.length;
}

const indexBy = (list: List, name: string): Map<string, unknown> =>
  new Map(list.map((item) => [isRecord(item) ? String(item[name]) : '', item]));

const isEqual = (a: unknown, b: unknown): boolean => diffValues(a, b).length === 0;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
