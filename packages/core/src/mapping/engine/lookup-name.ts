import type { Run } from './run.ts';
import { spendOnCompared } from './spend-on-compared.ts';
import { emptySequence, type Sequence } from './value.ts';

/**
 * The field of an object; of a list, the sequence of its items' fields. Own fields only: what JavaScript objects
 * inherit is no data. @throws EvaluationFailure `D2015`
 */
export function lookupName(run: Run, input: unknown, name: string): unknown {
  if (typeof input !== 'object' || input === null) return undefined;
  if (Array.isArray(input)) return lookupInList(run, input, name);
  return Object.hasOwn(input, name) ? (input as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** The field whose name was computed, which can be a long text. @throws EvaluationFailure as `lookupName` */
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
