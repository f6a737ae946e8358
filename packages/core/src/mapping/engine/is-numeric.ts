import { failureOf } from './failure-of.ts';

/** True for numbers except NaN. @throws EvaluationFailure `D1001` for an infinite number */
export function isNumeric(value: unknown): value is number {
  if (typeof value !== 'number' || Number.isNaN(value)) return false;
  if (Number.isFinite(value)) return true;
  throw failureOf('D1001', { value });
}
