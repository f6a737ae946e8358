import type { Run } from './run.ts';
import { emptySequence } from './value.ts';

/** `**`: the value itself and everything in it, but of lists only their items. @throws EvaluationFailure `D2015` */
export function selectDescendants(run: Run, input: unknown): unknown {
  if (input === undefined) return undefined;
  const found = emptySequence();
  collect(run, input, found);
  return found.length === 1 ? found[0] : found;
}

function collect(run: Run, value: unknown, found: unknown[]): void {
  if (--run.ticks < 0) run.nextSlice();
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) collect(run, item, found);
    return;
  }
  found.push(value);
  if (found.length > run.limits.maxItems) run.checkItems(found.length);
  if (typeof value !== 'object' || value === null) return;
  for (const member of Object.values(value)) collect(run, member, found);
}
