import { wrapping, type FoundProblem, type MappingProblemCode } from './problem.ts';
import type { Site } from './site.ts';
import { regexOf } from './string-format.ts';
import { typeText, unitText } from './type-text.ts';
import { valueOf, type NumberType, type StringType, type Type } from './value.ts';

/** Says why one type does not go with another. The sentence lacks its subject. */
export interface Finding {
  readonly code: MappingProblemCode;
  readonly isCertain: boolean;
  readonly text: string;
  readonly fix?: ((site: Site) => FoundProblem['fix']) | undefined;
}

const text = (type: Type): string => typeText(valueOf([type]));

/** Gives undefined when nothing that is known about the two rules them out. */
export function compareScalar(type: Type, expected: Type, isMoney: (type: Type) => boolean): Finding | undefined {
  if (isFigure(type) && isFigure(expected)) {
    const unit = compareUnits(type, expected);
    if (unit !== undefined) return unit;
  }
  if (isMoney(type) && isFigure(expected)) return moneyForFigure(expected);
  if (isMoney(expected) && isFigure(type)) {
    return wrong('UNIT_MISMATCH', `takes money, and this is ${text(type)}. Use $money with a currency.`);
  }
  if (type.kind !== expected.kind) return wrongType(type, expected);
  if (type.kind === 'string' && expected.kind === 'string') return compareTexts(type, expected);
  if (type.kind === 'number' && expected.kind === 'number') return compareNumbers(type, expected);
  if (type.kind === 'boolean' && expected.kind === 'boolean') {
    const isOther = type.value !== undefined && expected.value !== undefined && type.value !== expected.value;
    return isOther ? wrong('WRONG_VALUE', `takes ${text(expected)} only.`) : undefined;
  }
  return undefined;
}

const isFigure = (type: Type): type is NumberType | StringType =>
  type.kind === 'number' || (type.kind === 'string' && (type.format === 'decimal' || type.unit !== undefined));

function wrong(code: MappingProblemCode, sentence: string, fix?: Finding['fix']): Finding {
  return { code, isCertain: true, text: sentence, fix };
}

const wrapped =
  (title: string, before: string, after = ')') =>
  (site: Site): FoundProblem['fix'] => ({ title, edits: wrapping(site, before, after) });

const conversions: Readonly<Record<string, string>> = {
  'hour minute': '$hoursToMinutes(',
  'minute hour': '$minutesToHours(',
};

function compareUnits(type: NumberType | StringType, expected: NumberType | StringType): Finding | undefined {
  const [from, to] = [type.unit, expected.unit];
  if (from === undefined || to === undefined || from === to) return undefined;
  const conversion = conversions[`${from} ${to}`];
  const gives = to === 'minute' ? 'number' : 'string';
  const isFixed = conversion !== undefined && gives === expected.kind;
  return wrong(
    'UNIT_MISMATCH',
    `takes ${unitText(to)}, and this is in ${unitText(from)}.${conversion === undefined ? '' : ` Use ${conversion.slice(0, -1)}.`}`,
    isFixed ? wrapped(`Convert to ${unitText(to)}`, conversion) : undefined,
  );
}

function moneyForFigure(expected: NumberType | StringType): Finding {
  if (expected.unit === 'minor') {
    const fix = wrapped('Take it in minor units', '$minorUnits(');
    return wrong('UNIT_MISMATCH', 'takes minor units, such as cents, and this is money. Use $minorUnits.', fix);
  }
  const isNumber = expected.kind === 'number';
  const fix = isNumber
    ? wrapped('Take the amount', '$number((', ').amount)')
    : wrapped('Take the amount', '(', ').amount');
  return wrong('UNIT_MISMATCH', `takes ${text(expected)}, and this is money: an amount with its currency.`, fix);
}

function wrongType(type: Type, expected: Type): Finding {
  const sentence = `takes ${text(expected)}, and this is ${text(type)}.`;
  if (type.kind === 'number' && expected.kind === 'string' && expected.values === undefined) {
    if (expected.format === 'decimal')
      return wrong('WRONG_TYPE', sentence, wrapped('Turn it into a decimal text', '$decimal('));
    if (expected.format === undefined) return wrong('WRONG_TYPE', sentence, wrapped('Turn it into text', '$string('));
  }
  const isNumeric = type.kind === 'string' && (type.format === undefined || type.format === 'decimal');
  if (isNumeric && type.values === undefined && expected.kind === 'number' && expected.isInteger !== true) {
    return wrong('WRONG_TYPE', sentence, wrapped('Turn it into a number', '$number('));
  }
  return wrong('WRONG_TYPE', sentence);
}

/** Formats that exclude each other: a text can have only one of them. */
const exclusive = new Set(['date', 'date-time', 'time', 'email', 'decimal', 'currency', 'country', 'uuid']);

function compareTexts(type: StringType, expected: StringType): Finding | undefined {
  if (type.values !== undefined) return compareValues(type.values, expected);
  const [from, to] = [type.format, expected.format];
  if (from === undefined || to === undefined || from === to || !exclusive.has(from) || !exclusive.has(to))
    return undefined;
  const fix = from === 'date-time' && to === 'date' ? wrapped('Take the date', '$date(') : undefined;
  return wrong('WRONG_FORMAT', `takes ${text({ kind: 'string', format: to })}, and this is ${text(type)}.`, fix);
}

function compareValues(values: readonly string[], expected: StringType): Finding | undefined {
  const refused = values.filter((value) => !isTaken(value, expected));
  if (refused.length === 0) return undefined;
  const shown = shownList(refused, 4);
  const verb = refused.length === values.length ? 'this is' : 'this may be';
  const isCertain = refused.length === values.length;
  return { code: 'WRONG_VALUE', isCertain, text: `takes ${wantedText(refused, expected)}, and ${verb} ${shown}.` };
}

function shownList(values: readonly string[], limit: number): string {
  const shown = values.slice(0, limit).map((value) => JSON.stringify(value));
  return `${shown.join(', ')}${values.length > limit ? ' and more' : ''}`;
}

function wantedText(refused: readonly string[], expected: StringType): string {
  const { values, schema: { maxLength = Infinity, minLength = 0 } = {} } = expected;
  if (values !== undefined) return shownList(values, 8);
  if (refused.every((value) => lengthOf(value) > maxLength)) return `at most ${maxLength} characters`;
  if (refused.every((value) => lengthOf(value) < minLength)) return `at least ${minLength} characters`;
  return text(expected);
}

function isTaken(value: string, { values, schema, format }: StringType): boolean {
  if (values !== undefined) return values.includes(value);
  const { maxLength = Infinity, minLength = 0, pattern } = schema ?? {};
  if (lengthOf(value) > maxLength || lengthOf(value) < minLength) return false;
  if (pattern !== undefined && regexOf(pattern)?.test(value) === false) return false;
  return formatPatterns[format ?? '']?.test(value) ?? true;
}

/** JSON Schema counts code points. */
const lengthOf = (value: string): number => Array.from(value).length;

const formatPatterns: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d/,
  email: /^[^@\s]+@[^@\s]+$/,
};

function compareNumbers({ value }: NumberType, { value: only, isInteger, schema }: NumberType): Finding | undefined {
  if (value === undefined) return undefined;
  if (only !== undefined && only !== value) return wrong('WRONG_VALUE', `takes ${only}, and this is ${value}.`);
  if (isInteger === true && !Number.isInteger(value))
    return wrong('WRONG_VALUE', `takes whole numbers, and this is ${value}.`);
  const { minimum = -Infinity, maximum = Infinity } = schema ?? {};
  if (value < minimum) return wrong('WRONG_VALUE', `takes ${minimum} and more, and this is ${value}.`);
  return value > maximum ? wrong('WRONG_VALUE', `takes at most ${maximum}, and this is ${value}.`) : undefined;
}
