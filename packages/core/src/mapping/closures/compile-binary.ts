import { arithmetic, negate, type ArithmeticOperator } from '../engine/arithmetic.ts';
import type { CallSite } from '../engine/callable.ts';
import { compareOrder, type OrderOperator } from '../engine/compare-order.ts';
import { concatenate } from '../engine/concatenate.ts';
import { isEqual, isIncluded, isUnequal } from '../engine/is-equal.ts';
import { locate } from '../engine/locate.ts';
import type { Run } from '../engine/run.ts';
import { spendOnCompared } from '../engine/spend-on-compared.ts';
import type { BinaryOperator } from '../syntax/ir.ts';
import type { KindCompiler } from './closure.ts';
import { truthAt } from './truth-at.ts';

type Operation = (run: Run, left: unknown, right: unknown) => unknown;

export const compileBinary: KindCompiler<'binary'> = (ir, compiler) => {
  const { operator, operatorRange } = ir;
  const left = compiler.compile(ir.left);
  const right = compiler.compile(ir.right);
  const site = { range: operatorRange, token: operator };
  if (operator === 'and' || operator === 'or') {
    const isOr = operator === 'or';
    return (input, frame, run) => {
      const isDecided = truthAt(site, run, left(input, frame, run)) === isOr;
      return isDecided ? isOr : truthAt(site, run, right(input, frame, run));
    };
  }
  const operation = operations[operator];
  return (input, frame, run) => {
    const first = left(input, frame, run);
    return operate(operation, site, run, first, right(input, frame, run));
  };
};

function operate(operation: Operation, site: CallSite, run: Run, left: unknown, right: unknown): unknown {
  try {
    return operation(run, left, right);
  } catch (error) {
    throw locate(error, site);
  }
}

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
  (run, left, right) => {
    spendOnCompared(run, left);
    return compareOrder(operator, left, right);
  };

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
