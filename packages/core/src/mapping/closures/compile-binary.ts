import { arithmetic, negate, type ArithmeticOperator } from '../engine/arithmetic.ts';
import { compareOrder, type OrderOperator } from '../engine/compare-order.ts';
import { concatenate } from '../engine/concatenate.ts';
import { isEqual, isIncluded, isUnequal } from '../engine/is-equal.ts';
import { locate } from '../engine/locate.ts';
import type { Run } from '../engine/run.ts';
import { truthOf } from '../engine/truth-of.ts';
import type { BinaryOperator } from '../syntax/ir.ts';
import type { KindCompiler } from './closure.ts';

type Operation = (run: Run, left: unknown, right: unknown) => unknown;

export const compileBinary: KindCompiler<'binary'> = (ir, compiler) => {
  const { operator, operatorRange } = ir;
  const left = compiler.compile(ir.left);
  const right = compiler.compile(ir.right);
  const site = { range: operatorRange, token: operator };
  if (operator === 'and' || operator === 'or') {
    const isOr = operator === 'or';
    return (input, frame, run) => {
      const first = left(input, frame, run);
      try {
        if (truthOf(run, first) === isOr) return isOr;
      } catch (error) {
        throw locate(error, site);
      }
      const second = right(input, frame, run);
      try {
        return truthOf(run, second);
      } catch (error) {
        throw locate(error, site);
      }
    };
  }
  const operation = operations[operator];
  return (input, frame, run) => {
    const first = left(input, frame, run);
    const second = right(input, frame, run);
    try {
      return operation(run, first, second);
    } catch (error) {
      throw locate(error, site);
    }
  };
};

export const compileNegate: KindCompiler<'negate'> = (ir, compiler) => {
  const operand = compiler.compile(ir.operand);
  const site = { range: { start: ir.start, end: ir.start + 1 }, token: '-' };
  return (input, frame, run) => {
    const value = operand(input, frame, run);
    try {
      return negate(value);
    } catch (error) {
      throw locate(error, site);
    }
  };
};

const computes =
  (operator: ArithmeticOperator): Operation =>
  (_run, left, right) =>
    arithmetic(operator, left, right);

const compares =
  (operator: OrderOperator): Operation =>
  (_run, left, right) =>
    compareOrder(operator, left, right);

const operations = {
  '+': computes('+'),
  '-': computes('-'),
  '*': computes('*'),
  '/': computes('/'),
  '%': computes('%'),
  '=': isEqual,
  '!=': isUnequal,
  '<': compares('<'),
  '<=': compares('<='),
  '>': compares('>'),
  '>=': compares('>='),
  '&': concatenate,
  in: isIncluded,
} satisfies Readonly<Record<Exclude<BinaryOperator, 'and' | 'or'>, Operation>>;
