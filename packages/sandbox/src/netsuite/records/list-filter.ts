import { invalidParameter } from '../errors.ts';
import type { Field, RecordType } from './field-types.ts';
import { readField } from './render-record.ts';
import { isStoredId } from './stored-record.ts';
import type { StoredRecord } from './stored-record.ts';

type Predicate = (record: StoredRecord) => boolean;

const CONDITION =
  /\s*(?<field>[A-Za-z_][\w.]*)\s+(?<operator>[A-Z_]+)(?:\s+(?<value>"(?:[^"\\]|\\.)*"|\[[^\]]*\]|(?!AND\b|OR\b)[^\s)]+))?\s*/y;

/** The list filter `q`: conditions "field OPERATOR value" joined by AND and OR, read from left to right. */
export function listFilter(type: RecordType, text: string): Predicate {
  let at = 0;
  let predicate: Predicate | undefined;
  let join: 'AND' | 'OR' = 'AND';
  while (at < text.length) {
    CONDITION.lastIndex = at;
    const groups = CONDITION.exec(text)?.groups;
    if (groups === undefined) throw refuse(`cannot be read at ${JSON.stringify(text.slice(at))}`);
    const next = condition(type, groups['field'] ?? '', groups['operator'] ?? '', groups['value']);
    predicate = predicate === undefined ? next : combine(join, predicate, next);
    at = CONDITION.lastIndex;
    const joining = /^(AND|OR)\b/.exec(text.slice(at));
    if (joining === null && at < text.length) throw refuse(`expects AND or OR at ${JSON.stringify(text.slice(at))}`);
    join = joining?.[1] === 'OR' ? 'OR' : 'AND';
    at += joining?.[0].length ?? 0;
  }
  return predicate ?? (() => true);
}

function combine(join: 'AND' | 'OR', left: Predicate, right: Predicate): Predicate {
  return join === 'AND' ? (each) => left(each) && right(each) : (each) => left(each) || right(each);
}

function condition(type: RecordType, name: string, operator: string, raw: string | undefined): Predicate {
  const field = type.fields[name];
  if (field === undefined || field.type.kind === 'sublist' || field.type.kind === 'subrecord') {
    throw refuse(`uses '${name}', which is not a body field of ${type.name}`);
  }
  const expected = raw === undefined ? '' : unquote(raw);
  const test = OPERATORS[operator];
  if (test === undefined) throw refuse(`uses the operator ${operator}, which the sandbox does not know`);
  const isOfKind = VALUES[operator];
  if (isOfKind !== undefined && !isOfKind(expected)) {
    if (isOfKind === isInstant) throw invalidParameter('q', `Invalid query filter. Unparseable date: "${expected}"`);
    throw refuse(`compares '${name}' with ${JSON.stringify(expected)}, which ${operator} does not take`);
  }
  return (record) => test(comparable(field, readField(record, name)), expected);
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));
const isInstant = (text: string): boolean => !Number.isNaN(instant(text));

/** What the value of an operator has to be; the others take any text. */
const VALUES: Readonly<Record<string, (text: string) => boolean>> = {
  ...Object.fromEntries(
    ['EQUAL', 'GREATER', 'GREATER_OR_EQUAL', 'LESS', 'LESS_OR_EQUAL'].map((name) => [name, isNumber]),
  ),
  ...Object.fromEntries(['ON', 'AFTER', 'ON_OR_AFTER', 'BEFORE', 'ON_OR_BEFORE'].map((name) => [name, isInstant])),
  ...Object.fromEntries(
    ['IS', 'IS_NOT', 'CONTAIN', 'START_WITH', 'ANY_OF', 'ANY_OF_NOT'].map((name) => [name, isGiven]),
  ),
  ...Object.fromEntries(['EMPTY', 'EMPTY_NOT'].map((name) => [name, (text: string): boolean => text === ''])),
};

function isGiven(text: string): boolean {
  return text !== '';
}

type Operator = (actual: string | undefined, expected: string) => boolean;

const OPERATORS: Readonly<Record<string, Operator>> = {
  IS: (actual, expected) => same(actual, expected),
  IS_NOT: (actual, expected) => !same(actual, expected),
  EQUAL: (actual, expected) => Number(actual) === Number(expected),
  GREATER: (actual, expected) => Number(actual) > Number(expected),
  GREATER_OR_EQUAL: (actual, expected) => Number(actual) >= Number(expected),
  LESS: (actual, expected) => Number(actual) < Number(expected),
  LESS_OR_EQUAL: (actual, expected) => Number(actual) <= Number(expected),
  CONTAIN: (actual, expected) => (actual ?? '').toLowerCase().includes(expected.toLowerCase()),
  START_WITH: (actual, expected) => (actual ?? '').toLowerCase().startsWith(expected.toLowerCase()),
  ANY_OF: (actual, expected) => list(expected).includes(actual ?? ''),
  ANY_OF_NOT: (actual, expected) => !list(expected).includes(actual ?? ''),
  EMPTY: (actual) => actual === undefined || actual === '',
  EMPTY_NOT: (actual) => actual !== undefined && actual !== '',
  ON: (actual, expected) => instant(actual) === instant(expected),
  AFTER: (actual, expected) => instant(actual) > instant(expected),
  ON_OR_AFTER: (actual, expected) => instant(actual) >= instant(expected),
  BEFORE: (actual, expected) => instant(actual) < instant(expected),
  ON_OR_BEFORE: (actual, expected) => instant(actual) <= instant(expected),
};

function comparable(field: Field, value: ReturnType<typeof readField>): string | undefined {
  if (value === undefined) return field.type.kind === 'boolean' ? 'false' : undefined;
  if (isStoredId(value)) return value.id;
  return typeof value === 'object' ? undefined : String(value);
}

function same(actual: string | undefined, expected: string): boolean {
  return (actual ?? '').toLowerCase() === expected.toLowerCase();
}

function list(text: string): string[] {
  return text
    .replaceAll(/[[\]]/g, '')
    .split(',')
    .map((each) => unquote(each.trim()));
}

/** Dates in `q` are in the account's format or in ISO format. */
function instant(text: string | undefined): number {
  const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(.*)$/.exec(text ?? '');
  if (local === null) return /^\d{4}-\d{2}-\d{2}/.test(text ?? '') ? Date.parse(text ?? '') : Number.NaN;
  const [, day = '', month = '', year = '', rest = ''] = local;
  return Date.parse(
    `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${rest.trim() === '' ? '' : `T${rest.trim()}Z`}`,
  );
}

function unquote(raw: string): string {
  return raw.startsWith('"') ? raw.slice(1, -1).replaceAll(/\\(.)/g, '$1') : raw;
}

function refuse(what: string): Error {
  return invalidParameter('q', `Invalid query filter: it ${what}.`);
}
