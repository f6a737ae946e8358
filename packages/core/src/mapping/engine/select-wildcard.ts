import { appendTo } from './append.ts';
import type { Run } from './run.ts';
import { emptySequence, type Sequence } from './value.ts';

/**
 * `*`: the values of all fields; lists among them are flattened. As in the reference, the result is a sequence only if
 * there is no list among the values: `*` of `{"a": [1]}` is `[1]`, and that of `{"a": 1}` is `1`.
 * @throws EvaluationFailure `D2015`
 */
export function selectWildcard(run: Run, input: unknown): unknown[] {
  const found = emptySequence();
  const record = unwrapped(input);
  let hasList = false;
  if (typeof record === 'object' && record !== null) {
    // Reads a list index by index, because a sequence's marks are not fields.
    const values: readonly unknown[] = Array.isArray(record) ? record : Object.values(record);
    run.spend(values.length);
    for (const value of values) {
      if (Array.isArray(value)) {
        hasList = true;
        flattenInto(run, found, value);
      } else appendTo(run, found, value);
    }
  }
  return hasList ? found.slice() : found;
}

function unwrapped(input: unknown): unknown {
  return Array.isArray(input) && (input as Partial<Sequence>).isWrapper === true ? (input as unknown[])[0] : input;
}

function flattenInto(run: Run, found: unknown[], list: readonly unknown[]): void {
  run.spend(list.length);
  for (const item of list) {
    if (Array.isArray(item)) flattenInto(run, found, item);
    else appendTo(run, found, item);
  }
}
