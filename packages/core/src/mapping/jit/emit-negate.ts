import type { Ir } from '../syntax/ir.ts';
import { canBe, kinds, type Operand } from './operand.ts';
import type { Site } from './site.ts';
import { toArgument } from './to-value.ts';

/** Unary minus. */
export function emitNegate({ operand: negated }: Ir & { kind: 'negate' }, site: Site): Operand {
  const operand = site.emitter.value(negated, { ...site, isResult: false });
  const code = toArgument(operand);
  const finite = operand.isFinite === true ? '' : ` && ${code} - ${code} === 0`;
  const quick = operand.isGathered === true ? 'false' : `typeof ${code} === "number"${finite}`;
  const isMissing = operand.isGathered === true || canBe(operand, ~kinds.number);
  return {
    code: site.program.define('r', `${quick} ? -${code} : negate(${code})`),
    kinds: kinds.number | (isMissing ? kinds.missing : 0),
    isFinite: true,
  };
}
