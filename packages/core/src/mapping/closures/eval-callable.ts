import { callableOf, type Callable } from '../engine/callable.ts';
import { ArgumentCheck } from '../engine/argument-check.ts';
import { EvaluationFailure } from '../engine/failure.ts';
import { failureOf } from '../engine/failure-of.ts';
import { isLimitCode } from '../engine/limits.ts';
import type { Run } from '../engine/run.ts';
import { asSingleInput } from '../engine/value.ts';
import { parseMapping } from '../syntax/parse-mapping.ts';
import { parseSignature } from '../syntax/parse-signature.ts';
import type { Compiler } from './closure.ts';
import type { Frame } from './frame.ts';

const check = new ArgumentCheck(parseSignature('<sx?:x>').signature);
const traits = { arity: 2, label: 'eval', check, kind: 'builtin' } as const;

/** `$eval` as it is written in the text: the evaluated expression sees, and binds, the variables of that place. */
export function evalIn(compiler: Compiler): (frame: Frame) => unknown {
  return (frame) => {
    const bound = frame.lookup('eval');
    if (bound !== frame.globals.get('eval')) return bound;
    return callableOf((run, [text, focus], context): unknown => {
      // The signature lets only texts through.
      if (text === undefined) return undefined;
      return evaluate(text as string, focus === undefined ? context : asSingleInput(focus), { compiler, frame, run });
    }, traits) satisfies Callable;
  };
}

/** Parsing and compiling a mapping takes longer than any other work on a text. */
const stepsPerCharacter = 32;

interface Surroundings {
  readonly compiler: Compiler;
  readonly frame: Frame;
  readonly run: Run;
}

function evaluate(text: string, input: unknown, { compiler, frame, run }: Surroundings): unknown {
  run.spend(stepsPerCharacter * text.length);
  const { ir, errors } = parseMapping(text);
  if (ir === undefined) throw failureOf('D3120', { value: errors[0]?.message ?? '', token: 'eval' });
  try {
    return compiler.compile(ir)(input, frame, run);
  } catch (error) {
    if (!(error instanceof EvaluationFailure) || isLimitCode(error.code)) throw error;
    throw failureOf('D3121', { value: error.message, token: 'eval', cause: error });
  }
}
