import { canBe, kinds, type Operand } from './operand.ts';
import type { Program } from './program.ts';

/**
 * What a callback ends in is settled by nobody, so that a settled result can be such a sequence again. In the reference
 * every expression around it settles it once more; generated code does not, and leaves it to the closures.
 */
export function refuseUnsettled(operand: Operand, program: Program): Operand {
  const { code } = operand;
  if (canBe(operand, kinds.list)) {
    const isShort = `${code}.isSequence === true && ${code}.length < 2 && ${code}.keepsSingleton !== true`;
    program.line(`if (Array.isArray(${code}) && ${isShort}) throw bail;`);
  }
  return operand;
}
