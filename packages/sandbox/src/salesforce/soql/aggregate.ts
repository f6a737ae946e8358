import type { FieldValue, SObject } from '../records/sobject.ts';
import type { SObjectType } from '../schema/sobject-type.ts';
import type { AggregateName, Query, SelectItem } from './ast.ts';
import { compare } from './compile-comparison.ts';
import { formatValue } from './project.ts';
import { queryError } from './query-error.ts';
import type { QueryScope } from './query-scope.ts';
import { resolvePath } from './resolve-path.ts';

export function isAggregation(query: Query): boolean {
  return query.groupBy.length > 0 || query.select.some((item) => item.kind === 'aggregate');
}

/** COUNT() alone, or one row per group with its aggregates (`expr0`, `expr1` … where no alias is given). */
export function aggregate(
  scope: QueryScope,
  type: SObjectType,
  query: Query,
  matching: readonly SObject[],
): { totalSize: number; records: object[] } {
  const [first, ...more] = query.select;
  if (first?.kind === 'aggregate' && first.path === null) {
    if (more.length > 0 || query.groupBy.length > 0) {
      throw queryError(
        'MALFORMED_QUERY',
        scope.source,
        first.position,
        'COUNT() must be the only element of the select list',
      );
    }
    return { totalSize: Math.min(matching.length, query.limit ?? matching.length), records: [] };
  }
  if (query.orderBy.length > 0) {
    throw queryError(
      'MALFORMED_QUERY',
      scope.source,
      query.from.position,
      'ORDER BY in an aggregate query is not supported by the sandbox',
    );
  }
  const keys = query.groupBy.map((path) => resolvePath(scope, type, path, query.from));
  const groups = Map.groupBy(matching, (record) => JSON.stringify(keys.map((key) => key.read(record))));
  if (keys.length === 0 && groups.size === 0) groups.set('', []);
  const columns = compileColumns(scope, type, query);
  const rows = [...groups.values()].map((records) => {
    const entries = columns.map((column): [string, FieldValue] => [column.name, column.read(records)]);
    return { attributes: { type: 'AggregateResult' }, ...Object.fromEntries(entries) };
  });
  const cut = rows.slice(query.offset, query.limit === null ? undefined : query.offset + query.limit);
  return { totalSize: cut.length, records: cut };
}

interface Column {
  readonly name: string;
  readonly read: (records: readonly SObject[]) => FieldValue;
}

function compileColumns(scope: QueryScope, type: SObjectType, query: Query): Column[] {
  const grouped = new Set(query.groupBy.map((path) => path.names.join('.').toLowerCase()));
  let unnamed = 0;
  return query.select.map((item) => {
    if (item.kind === 'aggregate') {
      return { name: item.alias ?? `expr${unnamed++}`, read: compileAggregate(scope, type, query, item) };
    }
    const path = item.kind === 'field' && grouped.has(item.path.names.join('.').toLowerCase()) ? item.path : undefined;
    if (path === undefined) {
      const position = item.kind === 'field' ? item.path.position : query.from.position;
      const name = item.kind === 'field' ? item.path.names.join('.') : query.from.name;
      throw queryError('MALFORMED_QUERY', scope.source, position, `Field must be grouped or aggregated: ${name}`);
    }
    const { field, read } = resolvePath(scope, type, path, query.from);
    return { name: field.name, read: ([record]) => (record === undefined ? null : formatValue(field, read(record))) };
  });
}

function compileAggregate(
  scope: QueryScope,
  type: SObjectType,
  query: Query,
  item: SelectItem & { kind: 'aggregate' },
): Column['read'] {
  if (item.path === null)
    throw queryError(
      'MALFORMED_QUERY',
      scope.source,
      item.position,
      'Grouped query cannot use COUNT() without a field',
    );
  const { field, read } = resolvePath(scope, type, item.path, query.from);
  return (records) => {
    const values = records.map(read).filter((value) => value !== null);
    return formatValue(field, combine(item.name, values));
  };
}

function combine(name: AggregateName, values: readonly (string | number | boolean)[]): FieldValue {
  const numbers = values.filter((value) => typeof value === 'number');
  const sum = numbers.reduce((total, value) => total + value, 0);
  switch (name) {
    case 'count':
      return values.length;
    case 'count_distinct':
      return new Set(values).size;
    case 'sum':
      return numbers.length === 0 ? null : Number(sum.toFixed(4));
    case 'avg':
      return numbers.length === 0 ? null : Number((sum / numbers.length).toFixed(4));
    case 'min':
      return values.toSorted(compare)[0] ?? null;
    case 'max':
      return values.toSorted(compare).at(-1) ?? null;
  }
}
