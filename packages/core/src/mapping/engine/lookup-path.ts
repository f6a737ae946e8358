import { joinResults } from './join-results.ts';
import { lookupName } from './lookup-name.ts';
import type { Run } from './run.ts';
import { emptySequence, isConstructed, isSequence, settle } from './value.ts';

/** The value of `a.b.c`. Fast as long as there are no lists on the way. @throws EvaluationFailure `D2015` */
export function lookupPath(run: Run, input: unknown, names: readonly string[]): unknown {
  let value = input;
  for (let index = 0; index < names.length; index += 1) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value)) return lookupInItems(run, value, names, index);
    const name = names[index] ?? '';
    if (!Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return isSequence(value) ? settle(joinResults(run, oneResult(value), true)) : value;
}

function lookupInItems(run: Run, list: unknown[], names: readonly string[], from: number): unknown {
  let items: readonly unknown[] = from > 0 && isConstructed(list) ? [list] : list;
  for (let index = from; index < names.length; index += 1) {
    items = stepByName(run, items, names[index] ?? '', index === names.length - 1);
    // When the last step found only an empty list, that list is the result as it is.
    if (items.length === 0) return settle(items);
  }
  return settle(items);
}

/** One path step that is a field name. @throws EvaluationFailure `D2015` */
export function stepByName(run: Run, items: readonly unknown[], name: string, isLast: boolean): unknown[] {
  const results = emptySequence();
  run.spend(items.length);
  for (const item of items) {
    const value = settle(lookupName(run, item, name));
    if (value !== undefined) results.push(value);
  }
  return joinResults(run, results, isLast);
}

function oneResult(value: unknown) {
  const results = emptySequence();
  const settled = settle(value);
  if (settled !== undefined) results.push(settled);
  return results;
}
