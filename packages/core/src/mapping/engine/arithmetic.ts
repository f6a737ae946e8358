import { failureOf } from './failure-of.ts';
import { isNumeric } from './is-numeric.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';

/**
 * Gives nothing if a side is missing. A result that is not finite is reported when it is used.
 * @throws EvaluationFailure `T2001`, `T2002`, `D1001`
 */
export function arithmetic(operator: ArithmeticOperator, left: unknown, right: unknown): number | undefined {
  if (left !== undefined && !isNumeric(left)) throw failureOf('T2001', { token: operator, value: left });
  if (right !== undefined && !isNumeric(right)) throw failureOf('T2002', { token: operator, value: right });
  if (left === undefined || right === undefined) return undefined;
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
  }
}

/** @throws EvaluationFailure `D1002`, `D1001` */
export function negate(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  if (isNumeric(value)) return -value;
  throw failureOf('D1002', { token: '-', value });
}
