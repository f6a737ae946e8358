import type { Ir } from './ir.ts';

/**
 * Marks the calls that are the last thing a function body does. A filtered call is not one: something is done with its
 * result. The left side of `??` and `?:` is, in the reference, evaluated a second time for its value; a compiler that
 * evaluates it once has no use for the mark there, but it is where the reference has a thunk.
 */
export function markTailCalls(ir: Ir): void {
  switch (ir.kind) {
    case 'call':
      if (ir.predicates === undefined) ir.isTail = true;
      return;
    case 'conditional':
      markTailCalls(ir.whenTrue);
      if (ir.whenFalse !== undefined) markTailCalls(ir.whenFalse);
      return;
    case 'default':
      markTailCalls(ir.left);
      markTailCalls(ir.right);
      return;
    case 'block': {
      const last = ir.expressions.at(-1);
      if (last !== undefined) markTailCalls(last);
      return;
    }
    default:
  }
}
