import { locate } from '../engine/locate.ts';
import { lookupPath } from '../engine/lookup-path.ts';
import type { Ir, PathIr } from '../syntax/ir.ts';
import type { Closure } from './closure.ts';
import { siteAt } from './site-at.ts';

/**
 * Compiles `a.b.c` without filters, `[]` or variables, which most of a mapping consists of. Undefined for any other
 * path.
 */
export function compileNamePath(ir: PathIr): Closure | undefined {
  if (ir.keepsSingleton === true || ir.keepArray === true || ir.group !== undefined) return undefined;
  const names = ir.steps.flatMap((step) => (isPlainName(step) ? [step.name] : []));
  if (names.length < ir.steps.length) return undefined;
  const site = siteAt(ir);
  return (input, _frame, run) => {
    try {
      return lookupPath(run, input, names);
    } catch (error) {
      throw locate(error, site);
    }
  };
}

export function isPlainName(step: Ir): step is Ir & { kind: 'name' } {
  return (
    step.kind === 'name' &&
    step.stages === undefined &&
    step.predicates === undefined &&
    step.group === undefined &&
    step.keepArray === undefined
  );
}
