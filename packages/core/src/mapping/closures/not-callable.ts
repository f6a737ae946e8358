import { nearestNames } from '../functions/nearest-names.ts';
import { isCallable } from '../engine/callable.ts';
import { EvaluationFailure } from '../engine/failure.ts';
import { failureOf } from '../engine/failure-of.ts';
import type { Ir } from '../syntax/ir.ts';
import type { Frame } from './frame.ts';
import { nameOf } from './name-of.ts';

/** `sum(x)` for `$sum(x)`. @throws EvaluationFailure `T1005` in a call, `T1007` in a partial application */
export function checkForgottenDollar(callee: Ir, frame: Frame, code: 'T1005' | 'T1007'): void {
  const token = nameOf(callee);
  if (callee.kind !== 'path' || token === undefined || frame.lookup(token) === undefined) return;
  throw failureOf(code, { token, range: callee });
}

/** Makes the failure for a value that is called but is not a function. */
export function notCallable(callee: Ir, value: unknown, frame: Frame, code: 'T1006' | 'T1008'): EvaluationFailure {
  const { start, end } = callee;
  const details = { token: nameOf(callee), value, range: { start, end } };
  if (callee.kind !== 'variable' || value !== undefined) return failureOf(code, details);
  const [nearest] = nearestNames(callee.name, functionNames(frame));
  const suggestion = nearest === undefined ? '' : ` Did you mean $${nearest}?`;
  return new EvaluationFailure(code, `There is no function $${callee.name} here.${suggestion}`, details);
}

function functionNames(frame: Frame): string[] {
  return [...frame.names()].filter((name) => isCallable(frame.lookup(name)));
}
