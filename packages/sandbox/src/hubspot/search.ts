import { HubspotError, invalid } from './hubspot-error.ts';
import type { CrmRecord } from './hubspot-store.ts';
import type { ObjectType, Property } from './object-types.ts';
import { instantOf } from './values.ts';

export interface SearchRequest {
  readonly filterGroups?: readonly { readonly filters?: readonly Filter[] }[];
  readonly sorts?: readonly (string | { readonly propertyName: string; readonly direction?: string })[];
  readonly query?: string;
  readonly properties?: readonly string[];
  readonly limit?: number | string;
  readonly after?: number | string;
}

interface Filter {
  readonly propertyName: string;
  readonly operator: string;
  readonly value?: string;
  readonly highValue?: string;
  readonly values?: readonly string[];
}

/** Limits of the page Search the CRM. */
const MOST_GROUPS = 5;
const MOST_FILTERS = 6;
const MOST_FILTERS_ALTOGETHER = 18;
const WINDOW = 10_000;
const MOST_ROWS = 200;

/** Records that fit, in order, and the window of them that is wanted. */
export function search(type: ObjectType, records: readonly CrmRecord[], request: SearchRequest) {
  const groups = (request.filterGroups ?? []).map(({ filters = [] }) => filters);
  const count = groups.reduce((sum, filters) => sum + filters.length, 0);
  if (
    groups.length > MOST_GROUPS ||
    count > MOST_FILTERS_ALTOGETHER ||
    groups.some((each) => each.length > MOST_FILTERS)
  ) {
    throw invalid(
      `A search takes ${MOST_GROUPS} groups of ${MOST_FILTERS} filters, ${MOST_FILTERS_ALTOGETHER} altogether.`,
    );
  }
  const limit = Number(request.limit ?? 10);
  const start = Number(request.after ?? 0);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ROWS) throw invalid(`limit must be 1 to ${MOST_ROWS}.`);
  if (!Number.isInteger(start) || start < 0) throw invalid('after must be a number of results to skip.');
  if (start + limit > WINDOW) throw invalid(`A search ends after ${WINDOW} results.`);
  const tests = groups.map((filters) => filters.map((filter) => testOf(type, filter)));
  const fitting = records
    .filter((record) => tests.length === 0 || tests.some((group) => group.every((test) => test(record))))
    .filter((record) => request.query === undefined || hasText(record, request.query))
    .toSorted(orderOf(type, request.sorts ?? []));
  const end = start + limit;
  return {
    total: fitting.length,
    page: fitting.slice(start, end),
    next: end < fitting.length ? String(end) : undefined,
  };
}

function testOf(type: ObjectType, { propertyName, operator, value, highValue, values }: Filter) {
  const property = type.properties.get(propertyName);
  if (property === undefined) {
    throw new HubspotError(
      400,
      'VALIDATION_ERROR',
      `There was a problem with the request: property ${propertyName} does not exist.`,
    );
  }
  const needed = (text: string | undefined): string => {
    if (text === undefined) throw invalid(`The operator ${operator} needs a value.`);
    return text;
  };
  const compare = (record: CrmRecord, text: string | undefined): number | undefined => {
    const own = record.properties[propertyName];
    return own === undefined || own === null ? undefined : compared(property, own, needed(text));
  };
  const is = (record: CrmRecord, accept: (order: number) => boolean, text = value): boolean => {
    const order = compare(record, text);
    return order !== undefined && accept(order);
  };
  const has = ({ properties }: CrmRecord) => (properties[propertyName] ?? null) !== null;
  const isIn = (record: CrmRecord) => (values ?? []).some((each) => is(record, (order) => order === 0, each));
  const token = (record: CrmRecord) => words(record.properties[propertyName]).some(tokenTest(needed(value)));
  const tests: Readonly<Record<string, (record: CrmRecord) => boolean>> = {
    EQ: (record) => is(record, (order) => order === 0),
    NEQ: (record) => has(record) && !is(record, (order) => order === 0),
    GT: (record) => is(record, (order) => order > 0),
    GTE: (record) => is(record, (order) => order >= 0),
    LT: (record) => is(record, (order) => order < 0),
    LTE: (record) => is(record, (order) => order <= 0),
    BETWEEN: (record) => is(record, (order) => order >= 0) && is(record, (order) => order <= 0, highValue),
    IN: isIn,
    NOT_IN: (record) => has(record) && !isIn(record),
    HAS_PROPERTY: has,
    NOT_HAS_PROPERTY: (record) => !has(record),
    CONTAINS_TOKEN: token,
    NOT_CONTAINS_TOKEN: (record) => !token(record),
  };
  const test = Object.hasOwn(tests, operator) ? tests[operator] : undefined;
  if (test === undefined) throw invalid(`${operator} is not an operator.`);
  return test;
}

/** Texts are compared without their case, numbers and instants by value. */
function compared({ type }: Property, own: string, other: string): number {
  if (type === 'number') return Number(own) - Number(other);
  if (type === 'date' || type === 'datetime') return instantOf(own) - instantOf(other);
  const [a, b] = [own.toLowerCase(), other.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
}

const words = (text: string | null | undefined): string[] => (text ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A star stands for any characters at the beginning or the end of a word. */
function tokenTest(pattern: string): (word: string) => boolean {
  const [part = ''] = words(pattern);
  const [isOpenBefore, isOpenAfter] = [pattern.startsWith('*'), pattern.endsWith('*')];
  return (word) => {
    if (isOpenBefore && isOpenAfter) return word.includes(part);
    if (isOpenBefore) return word.endsWith(part);
    return isOpenAfter ? word.startsWith(part) : word === part;
  };
}

function hasText({ properties }: CrmRecord, query: string): boolean {
  const own = Object.values(properties).flatMap(words);
  return words(query).every((wanted) => own.some((word) => word.startsWith(wanted)));
}

/** One sort is taken; without one, the oldest record comes first. */
function orderOf(type: ObjectType, sorts: NonNullable<SearchRequest['sorts']>) {
  if (sorts.length > 1) throw invalid('A search takes one sort.');
  const [sort = 'createdate'] = sorts;
  const { propertyName, direction = 'ASCENDING' } = typeof sort === 'string' ? { propertyName: sort } : sort;
  const property = type.properties.get(propertyName);
  if (property === undefined) throw invalid(`There is no property ${propertyName} to sort by.`);
  const sign = direction === 'DESCENDING' ? -1 : 1;
  return (a: CrmRecord, b: CrmRecord): number => {
    const [one, other] = [a.properties[propertyName] ?? '', b.properties[propertyName] ?? ''];
    return sign * compared(property, one, other) || Number(a.id) - Number(b.id);
  };
}
