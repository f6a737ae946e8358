import type { CallIr } from '../syntax/ir.ts';
import { emitBody, emitCallback, knownLambda } from './emit-lambda.ts';
import { anything, type Operand } from './operand.ts';
import { refuseUnsettled } from './refuse-unsettled.ts';
import type { Site } from './site.ts';
import { toArgument } from './to-value.ts';
import { Uncovered } from './uncovered.ts';

/** A call of a function defined in the text. A function known here is inlined; any other one is called as a value. */
export function emitUserCall({ callee, args, isTail }: CallIr, site: Site): Operand {
  const { program } = site;
  const operands = args.map((argument) => site.emitter.value(argument, { ...site, isResult: false }));
  const known = knownLambda(callee, site);
  if (known !== undefined) return (isTail === true ? emitCallback : emitBody)(known, operands, site);
  if (callee.kind !== 'variable' || callee.predicates !== undefined) throw new Uncovered('called');
  const called = site.emitter.value(callee, { ...site, isResult: false });
  if (called.isGathered === true) throw new Uncovered('called');
  if (operands.some(({ isMarked }) => isMarked === true)) throw new Uncovered('marks of a list');
  program.noteWork();
  const codes = operands.map((operand) => `contextless(${toArgument(operand)})`).join(', ');
  const code = program.define('f', `call(run, ${called.code}, [${codes}], ${toArgument(site.context)})`);
  return refuseUnsettled({ code, kinds: anything }, program);
}
