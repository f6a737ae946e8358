import type { Run } from './run.ts';
import { spendOnCompared } from './spend-on-compared.ts';
import { emptySequence, type Sequence } from './value.ts';

/**
 * The field of an object; for a list, the sequence of its items' fields. Only own fields count, because what JavaScript
 * objects inherit is not data. @throws EvaluationFailure `D2015`
 */
export function lookupName(run: Run, input: unknown, name: string): unknown {
  if (typeof input !== 'object' || input === null) return undefined;
  if (Array.isArray(input)) return lookupInList(run, input, name);
  return Object.hasOwn(input, name) ? (input as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** The field whose name was computed, which can be a long text. @throws EvaluationFailure like `lookupName` */
export function lookupKey(run: Run, input: unknown, name: string): unknown {
  spendOnCompared(run, name);
  return lookupName(run, input, name);
}

function lookupInList(run: Run, list: readonly unknown[], name: string): Sequence {
  const found = emptySequence();
  run.spend(list.length);
  for (const item of list) {
    const value = lookupName(run, item, name);
    if (value === undefined) continue;
    if (Array.isArray(value)) {
      run.spend(value.length);
      for (const member of value as readonly unknown[]) found.push(member);
    } else found.push(value);
  }
  run.checkItems(found.length);
  return found;
}
