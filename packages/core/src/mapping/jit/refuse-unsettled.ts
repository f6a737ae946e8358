import { canBe, kinds, type Operand } from './operand.ts';
import type { Program } from './program.ts';

/**
 * Nothing settles the result of a callback's tail call, so a settled result can be such a sequence again. In the
 * reference, every surrounding expression settles it once more. Generated code does not, and leaves it to the closures.
 */
export function refuseUnsettled(operand: Operand, program: Program): Operand {
  const { code } = operand;
  if (canBe(operand, kinds.list)) {
    const isShort = `${code}.isSequence === true && ${code}.length < 2 && ${code}.keepsSingleton !== true`;
    program.line(`if (Array.isArray(${code}) && ${isShort}) throw bail;`);
  }
  return operand;
}
