import type { ArithmeticOperator, ComparisonOperator, Expression, Scalar } from './ast.ts';
import { ACCOUNT_DATE_FORMAT, parseDate, showScalar } from './date-format.ts';
import { escapePattern } from './escape-pattern.ts';
import { scalarFunction, toNumber } from './scalar-functions.ts';
import { cellOf } from './scope.ts';
import type { JoinedRow, Scope } from './scope.ts';
import { unsupportedQuery } from './suiteql-error.ts';

export interface Evaluation {
  readonly scope: Scope;
  readonly parameters: readonly Scalar[];
  readonly now: Date;
  /** The rows of the group while aggregates are computed. */
  readonly group: readonly JoinedRow[] | undefined;
}

/** SQL's third truth value is null. */
export type Truth = boolean | null;

export const AGGREGATES = new Set(['COUNT', 'SUM', 'MIN', 'MAX', 'AVG']);

export function evaluate(expression: Expression, row: JoinedRow, context: Evaluation): Scalar {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'parameter':
      return parameter(expression.index, context);
    case 'column':
      return column(expression, row, context);
    case 'call':
      return call(expression, row, context);
    case 'negate': {
      const value = evaluate(expression.operand, row, context);
      return value === null ? null : -toNumber(value);
    }
    case 'arithmetic':
      return arithmetic(
        expression.operator,
        evaluate(expression.left, row, context),
        evaluate(expression.right, row, context),
      );
    case 'case': {
      const hit = expression.branches.find((branch) => test(branch.condition, row, context) === true);
      return evaluate(hit?.result ?? expression.otherwise, row, context);
    }
    case 'not':
    case 'logic':
    case 'compare':
    case 'in':
    case 'between':
    case 'like':
    case 'is-null':
      throw unsupportedQuery('a condition where a value is expected');
  }
}

/** The truth of a condition for one row. */
export function test(expression: Expression, row: JoinedRow, context: Evaluation): Truth {
  const value = (each: Expression): Scalar => evaluate(each, row, context);
  switch (expression.kind) {
    case 'not':
      return not(test(expression.operand, row, context));
    case 'logic':
      return logic(expression, row, context);
    case 'compare':
      return compareBy(expression.operator, value(expression.left), value(expression.right));
    case 'in':
      return negateIf(expression.negated, isIn(value(expression.operand), expression.values.map(value)));
    case 'between': {
      const operand = value(expression.operand);
      const low = compareBy('>=', operand, value(expression.low));
      const high = compareBy('<=', operand, value(expression.high));
      return negateIf(expression.negated, and(low, high));
    }
    case 'like':
      return negateIf(expression.negated, isLike(value(expression.operand), value(expression.pattern)));
    case 'is-null':
      return (value(expression.operand) === null) !== expression.negated;
    case 'literal':
    case 'parameter':
    case 'column':
    case 'call':
    case 'negate':
    case 'arithmetic':
    case 'case':
      throw unsupportedQuery('a value where a condition is expected');
  }
}

function parameter(index: number, context: Evaluation): Scalar {
  const value = context.parameters[index];
  if (value === undefined) throw unsupportedQuery(`no value for parameter ${index + 1}`);
  return value;
}

function column(expression: Extract<Expression, { kind: 'column' }>, row: JoinedRow, context: Evaluation): Scalar {
  if (expression.table === undefined && expression.name === 'sysdate') return context.now;
  return cellOf(row, context.scope.locate(expression.table, expression.name), expression.name).value;
}

function call(expression: Extract<Expression, { kind: 'call' }>, row: JoinedRow, context: Evaluation): Scalar {
  const { name, args } = expression;
  if (AGGREGATES.has(name)) return aggregate(expression, context);
  if (name === 'BUILTIN.DF') return displayOf(args, row, context);
  if (expression.star) throw unsupportedQuery(`${name}(*)`);
  const compute = scalarFunction(name);
  return compute(
    args.map((each) => evaluate(each, row, context)),
    context.now,
  );
}

function displayOf(args: readonly Expression[], row: JoinedRow, context: Evaluation): Scalar {
  const [argument] = args;
  if (argument?.kind !== 'column' || args.length !== 1) throw unsupportedQuery('BUILTIN.DF of something but a column');
  const cell = cellOf(row, context.scope.locate(argument.table, argument.name), argument.name);
  return cell.display ?? showScalar(cell.value);
}

function aggregate(expression: Extract<Expression, { kind: 'call' }>, context: Evaluation): Scalar {
  const { group } = context;
  if (group === undefined) throw unsupportedQuery(`${expression.name} is not allowed here`);
  const inner = { ...context, group: undefined };
  const [argument] = expression.args;
  if (expression.star || argument === undefined) {
    if (expression.name !== 'COUNT') throw unsupportedQuery(`${expression.name}(*)`);
    return group.length;
  }
  const values = group.map((each) => evaluate(argument, each, inner)).filter((each) => each !== null);
  if (expression.name === 'COUNT') return values.length;
  if (values.length === 0) return null;
  if (expression.name === 'MIN') return values.reduce((best, each) => (order(each, best) < 0 ? each : best));
  if (expression.name === 'MAX') return values.reduce((best, each) => (order(each, best) > 0 ? each : best));
  const sum = values.reduce<number>((total, each) => total + toNumber(each), 0);
  return expression.name === 'AVG' ? sum / values.length : Number(sum.toFixed(10));
}

function arithmetic(operator: ArithmeticOperator, left: Scalar, right: Scalar): Scalar {
  if (operator === '||') return `${showScalar(left) ?? ''}${showScalar(right) ?? ''}`;
  if (left === null || right === null) return null;
  if (left instanceof Date && (operator === '+' || operator === '-')) {
    const days = operator === '+' ? toNumber(right) : -toNumber(right);
    return new Date(left.getTime() + days * 86_400_000);
  }
  const [a, b] = [toNumber(left), toNumber(right)];
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  if (operator === '*') return Number((a * b).toFixed(10));
  if (b === 0) throw unsupportedQuery('division by zero (ORA-01476)');
  return a / b;
}

function logic(expression: Extract<Expression, { kind: 'logic' }>, row: JoinedRow, context: Evaluation): Truth {
  const left = test(expression.left, row, context);
  if (expression.operator === 'AND') return left === false ? false : and(left, test(expression.right, row, context));
  if (left === true) return true;
  const right = test(expression.right, row, context);
  return right === true ? true : left === null || right === null ? null : false;
}

function and(left: Truth, right: Truth): Truth {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
}

function not(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

function negateIf(negated: boolean, truth: Truth): Truth {
  return negated ? not(truth) : truth;
}

function isIn(operand: Scalar, values: readonly Scalar[]): Truth {
  const truths = values.map((each) => compareBy('=', operand, each));
  if (truths.includes(true)) return true;
  return truths.includes(null) ? null : false;
}

function isLike(operand: Scalar, pattern: Scalar): Truth {
  if (operand === null || pattern === null) return null;
  const source = Array.from(showScalar(pattern) ?? '', (each) =>
    each === '%' ? '.*' : each === '_' ? '.' : escapePattern(each),
  ).join('');
  return new RegExp(`^${source}$`, 's').test(showScalar(operand) ?? '');
}

export function compareBy(operator: ComparisonOperator, left: Scalar, right: Scalar): Truth {
  if (left === null || right === null) return null;
  const sign = order(left, right);
  switch (operator) {
    case '=':
      return sign === 0;
    case '<>':
      return sign !== 0;
    case '<':
      return sign < 0;
    case '<=':
      return sign <= 0;
    case '>':
      return sign > 0;
    case '>=':
      return sign >= 0;
  }
}

/** Orders two values that are not null, converting as Oracle does: text to number or to date where the other is one. */
export function order(left: Exclude<Scalar, null>, right: Exclude<Scalar, null>): number {
  if (left instanceof Date || right instanceof Date) return asDate(left).getTime() - asDate(right).getTime();
  if (typeof left === 'number' || typeof right === 'number') return toNumber(left) - toNumber(right);
  return left < right ? -1 : left > right ? 1 : 0;
}

function asDate(value: Exclude<Scalar, null>): Date {
  if (value instanceof Date) return value;
  return parseDate(String(value), ACCOUNT_DATE_FORMAT);
}
