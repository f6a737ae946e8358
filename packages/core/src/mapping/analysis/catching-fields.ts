import type { Around } from '../closures/closure.ts';
import type { Ir } from '../syntax/ir.ts';
import { nodesOf } from './parts-of.ts';

/** The value expressions of object fields. */
export function valuesIn(ir: Ir): ReadonlySet<Ir> {
  const values = new Set<Ir>();
  for (const node of nodesOf(ir)) {
    const entries = node.kind === 'object' ? node.entries : (node.group?.entries ?? []);
    for (const { value } of entries) values.add(value);
  }
  return values;
}

/** Treats a field that fails as empty, and remembers the failure. */
export function catching(values: ReadonlySet<Ir>, failures: Ir[]): Around {
  return (ir, closure) => {
    if (!values.has(ir)) return closure;
    return (input, frame, run) => {
      const { depth } = run;
      try {
        return closure(input, frame, run);
      } catch {
        run.depth = depth;
        failures.push(ir);
        return undefined;
      }
    };
  };
}
