import type { Scalar } from './ast.ts';
import { ACCOUNT_DATE_FORMAT, formatDate, parseDate, showScalar } from './date-format.ts';
import { unsupportedQuery } from './suiteql-error.ts';

type ScalarFunction = (args: readonly Scalar[], now: Date) => Scalar;

/**
 * The functions that work on one row. BUILTIN.DF and the aggregates need more than values, so they are in evaluate.ts.
 */
export const SCALAR_FUNCTIONS: Readonly<Record<string, ScalarFunction>> = {
  TO_DATE: toDate,
  TO_TIMESTAMP: toDate,
  TO_CHAR: ([value, format]) => {
    if (value instanceof Date) return formatDate(value, textOr(format, ACCOUNT_DATE_FORMAT));
    return value === null || value === undefined ? null : String(value);
  },
  TO_NUMBER: ([value]) => (isNullish(value) ? null : toNumber(value)),
  UPPER: ([value]) => mapText(value, (text) => text.toUpperCase()),
  LOWER: ([value]) => mapText(value, (text) => text.toLowerCase()),
  TRIM: ([value]) => mapText(value, (text) => text.trim()),
  LENGTH: ([value]) => (isNullish(value) ? null : (showScalar(value) ?? '').length),
  SUBSTR: ([value, start, length]) => mapText(value, (text) => substring(text, start, length)),
  REPLACE: ([value, from, to]) =>
    mapText(value, (text) => (isNullish(from) ? text : text.replaceAll(String(from), textOr(to, '')))),
  CONCAT: (args) => args.map((each) => showScalar(each) ?? '').join(''),
  NVL: ([value, other]) => value ?? other ?? null,
  COALESCE: (args) => args.find((each) => each !== null) ?? null,
  ABS: ([value]) => (isNullish(value) ? null : Math.abs(toNumber(value))),
  ROUND: ([value, digits]) => (isNullish(value) ? null : round(toNumber(value), Number(digits ?? 0))),
  TRUNC: ([value]) =>
    value instanceof Date ? startOfDay(value) : isNullish(value) ? null : Math.trunc(toNumber(value)),
};

export function scalarFunction(name: string): ScalarFunction {
  const found = SCALAR_FUNCTIONS[name];
  if (found === undefined) throw unsupportedQuery(`function ${name}`);
  return found;
}

export function toNumber(value: Scalar): number {
  const number = value instanceof Date ? Number.NaN : Number(value);
  if (Number.isNaN(number)) throw unsupportedQuery(`${showScalar(value)} is not a number (ORA-01722)`);
  return number;
}

function toDate([value, format]: readonly Scalar[]): Scalar {
  if (isNullish(value) || value instanceof Date) return value ?? null;
  return parseDate(String(value), textOr(format, ACCOUNT_DATE_FORMAT));
}

function mapText(value: Scalar | undefined, change: (text: string) => string): Scalar {
  const text = value === undefined ? null : showScalar(value);
  return text === null ? null : change(text);
}

function substring(text: string, start: Scalar | undefined, length: Scalar | undefined): string {
  const from = Number(start ?? 1);
  const begin = from < 0 ? text.length + from : Math.max(from - 1, 0);
  return isNullish(length) ? text.slice(begin) : text.slice(begin, begin + Number(length));
}

function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return (Math.sign(value) * Math.round(Math.abs(value) * factor)) / factor;
}

function startOfDay(date: Date): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
}

function textOr(value: Scalar | undefined, fallback: string): string {
  return typeof value === 'string' ? value : fallback;
}

function isNullish(value: Scalar | undefined): value is null | undefined {
  return value === null || value === undefined;
}
