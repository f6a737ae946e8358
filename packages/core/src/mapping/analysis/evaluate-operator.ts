import { touch } from '../work-meter.ts';
import type { BinaryIr, ConditionalIr, DefaultIr, Ir, NegateIr } from '../syntax/ir.ts';
import { mayBeMany, none, one, present, unstated, type Count } from './count.ts';
import type { Interpreter } from './interpreter.ts';
import { factAbout, factsOf } from './narrow.ts';
import { originOf } from './origin.ts';
import { union } from './value.ts';
import { wrapping } from './problem.ts';
import { withFacts, type Scope } from './scope.ts';
import { influencedBy } from './sequence.ts';
import { typeText } from './type-text.ts';
import { unitOf } from './unit-of.ts';
import {
  asPresent,
  join,
  truthOf,
  valueOf,
  withCount,
  type BooleanType,
  type Fact,
  type Type,
  type Value,
} from './value.ts';

export function evaluateConditional(interpreter: Interpreter, ir: ConditionalIr, scope: Scope): Value {
  const condition = interpreter.evaluate(ir.condition, scope);
  const then = withFacts(scope, factsOf(ir.condition, condition, scope, true));
  const whenTrue = interpreter.evaluate(ir.whenTrue, then);
  if (ir.whenFalse === undefined) {
    return influencedBy(withCount(whenTrue, whenTrue.count | none), 'condition', condition);
  }
  const otherwise = withFacts(scope, factsOf(ir.condition, condition, scope, false));
  return influencedBy(join(whenTrue, interpreter.evaluate(ir.whenFalse, otherwise)), 'condition', condition);
}

/** `a ?: b` and `a ?? b`. */
export function evaluateDefault(interpreter: Interpreter, ir: DefaultIr, scope: Scope): Value {
  const left = interpreter.evaluate(ir.left, scope);
  const right = interpreter.evaluate(ir.right, scope);
  if (left.types.length === 0) return right;
  return join(asPresent(left, ir.operator === '??' ? 1 : 3), right);
}

export function evaluateNegate(interpreter: Interpreter, { operand }: NegateIr, scope: Scope): Value {
  const value = interpreter.evaluate(operand, scope);
  checkOperand(interpreter, '-', operand, value, 'number');
  return combined([{ kind: 'number' }], zeroesOf(value), [value]);
}

export function evaluateBinary(interpreter: Interpreter, ir: BinaryIr, scope: Scope): Value {
  const left = interpreter.evaluate(ir.left, scope);
  if (ir.operator === 'and' || ir.operator === 'or') return evaluateLogic(interpreter, ir, left, scope);
  const right = interpreter.evaluate(ir.right, scope);
  switch (ir.operator) {
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      checkOperand(interpreter, ir.operator, ir.left, left, 'number');
      checkOperand(interpreter, ir.operator, ir.right, right, 'number');
      return combined([numberOf(ir.operator, left, right)], zeroesOf(left, right), [left, right]);
    case '&':
      return combined([{ kind: 'string' }], one, [left, right]);
    case '<':
    case '<=':
    case '>':
    case '>=':
      checkOperand(interpreter, ir.operator, ir.left, left, 'ordered');
      checkOperand(interpreter, ir.operator, ir.right, right, 'ordered');
      return combined([comparison(ir, scope, 2)], zeroesOf(left, right), [left, right]);
    case '=':
    case '!=':
      return combined([equality(ir, scope, left, right)], one, [left, right]);
    case 'in':
      return combined([comparison(ir, scope, 1)], one, [left, right]);
  }
}

function equality(ir: BinaryIr, scope: Scope, left: Value, right: Value): BooleanType {
  const type = comparison(ir, scope, isNull(ir.left) || isNull(ir.right) ? 2 : 1);
  const isEqual = areEqual(left, right);
  if (isEqual === undefined) return type;
  // When an operand is missing, neither comparison holds.
  if (ir.operator === '=') return isEqual && left.count !== one ? type : { ...type, value: isEqual };
  return isEqual ? { ...type, value: false } : type;
}

/** Gives undefined if the answer depends on the data. */
function areEqual(left: Value, right: Value): boolean | undefined {
  const [a, b] = [valuesOf(left), valuesOf(right)];
  if (a === undefined || b === undefined) return undefined;
  touch((a.length + b.length) >> 3);
  const others = new Set(b);
  if (!a.some((value) => others.has(value))) return false;
  return a.length === 1 && b.length === 1 && left.count === one && right.count === one ? true : undefined;
}

/** Lists the values that it can have, if they are a few known texts, numbers or booleans. */
function valuesOf({ types, count }: Value): readonly unknown[] | undefined {
  if (types.length === 0 || mayBeMany(count)) return undefined;
  const values = types.map((type) => {
    if (type.kind === 'string') return type.values;
    return (type.kind === 'number' || type.kind === 'boolean') && type.value !== undefined ? [type.value] : undefined;
  });
  return values.every((value) => value !== undefined) ? values.flat() : undefined;
}

const isNull = (ir: Ir): boolean => ir.kind === 'literal' && ir.value === null;

/** A comparison with a missing value is false, so once it is true, both operands are known to exist. */
function comparison({ left, right, operator }: BinaryIr, scope: Scope, level: Fact['level']): BooleanType {
  const isTestForNull = operator === '=' && level === 2;
  const known = isTestForNull ? 1 : level;
  return {
    kind: 'boolean',
    whenTrue: [...factAbout(left, scope, known), ...factAbout(right, scope, known)],
    ...(isTestForNull && { whenFalse: [] }),
  };
}

function evaluateLogic(interpreter: Interpreter, ir: BinaryIr, left: Value, scope: Scope): Value {
  const isAnd = ir.operator === 'and';
  // The right side is evaluated only when the left one does not decide.
  const inner = withFacts(scope, factsOf(ir.left, left, scope, isAnd));
  const right = interpreter.evaluate(ir.right, inner);
  const facts = [...factsOf(ir.left, left, scope, isAnd), ...factsOf(ir.right, right, inner, isAnd)];
  const value = logicOf(isAnd, truthOf(left), truthOf(right));
  const type: BooleanType = {
    kind: 'boolean',
    ...(isAnd ? { whenTrue: facts } : { whenFalse: facts }),
    ...(value !== undefined && { value }),
  };
  return combined([type], one, [left, right]);
}

function logicOf(isAnd: boolean, left: boolean | undefined, right: boolean | undefined): boolean | undefined {
  if (left === !isAnd || right === !isAnd) return !isAnd;
  return left === isAnd && right === isAnd ? isAnd : undefined;
}

/** A value that is made directly of others. */
function combined(types: readonly Type[], count: Count, parts: readonly Value[]): Value {
  let through;
  for (const part of parts) through = union(through, originOf(part));
  return valueOf(types, count, through);
}

/** May give nothing if one of these may be nothing. */
const zeroesOf = (...values: readonly Value[]): Count =>
  values.reduce((count, value) => count | (value.count & (none | unstated)), one);

function numberOf(operator: string, left: Value, right: Value): Type {
  const [a, b] = [unitOf(left), unitOf(right)];
  const isSame = (operator === '+' || operator === '-') && (a === b || a === undefined || b === undefined);
  const unit = isSame ? (a ?? b) : undefined;
  const isInteger = operator !== '/' && isWhole(left) && isWhole(right);
  return { kind: 'number', ...(isInteger && { isInteger: true }), ...(unit !== undefined && { unit }) };
}

const isWhole = ({ types }: Value): boolean =>
  types.length > 0 && types.every((type) => type.kind === 'number' && type.isInteger === true);

/** Operators fail on an existing value of the wrong type. On nothing they give nothing. */
function checkOperand(
  interpreter: Interpreter,
  operator: string,
  ir: Ir,
  value: Value,
  wanted: 'number' | 'ordered',
): void {
  const site = interpreter.site(ir);
  const isRight = value.types.some(
    ({ kind }) => kind === 'unknown' || kind === 'number' || (wanted === 'ordered' && kind === 'string'),
  );
  const isSeveral = (value.count & (one | none | unstated)) === 0;
  if (value.types.length === 0 || (isRight && !isSeveral)) {
    interpreter.acquit('WRONG_OPERAND', site);
    return;
  }
  const isDecimal = !isSeveral && value.types.every((type) => type.kind === 'string' && type.format === 'decimal');
  interpreter.report({
    code: 'WRONG_OPERAND',
    severity: 'error',
    site,
    message: `${operator} works with ${wanted === 'number' ? 'numbers' : 'numbers and texts'}, and this is ${typeText({ ...value, count: present(value.count) })}.${isDecimal ? ' Use $add, $multiply and so on, or turn it into a number.' : ''}`,
    fix: isDecimal ? { title: 'Turn it into a number', edits: wrapping(site, '$number(', ')') } : undefined,
  });
}
