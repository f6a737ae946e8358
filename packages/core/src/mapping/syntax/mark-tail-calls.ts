import type { Ir } from './ir.ts';

/**
 * Marks the calls in tail position of a function body. A filtered call is not one, because its result is processed
 * further. The left side of `??` and `?:` is evaluated a second time for its value in the reference. A compiler that
 * evaluates it once does not need the mark there, but that is where the reference has a thunk.
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
