import type { Expression, OrderItem, Query, Scalar, SelectItem } from './ast.ts';
import { showScalar } from './date-format.ts';
import { AGGREGATES, evaluate, order, test } from './evaluate.ts';
import type { Evaluation } from './evaluate.ts';
import { joinRows } from './join-rows.ts';
import { parseQuery } from './parse-query.ts';
import { Scope } from './scope.ts';
import type { JoinedRow } from './scope.ts';
import { unknownTable } from './suiteql-error.ts';
import type { FindTable, Table } from './table.ts';

export interface QueryResult {
  /** Column name to text; a null column is absent, as in NetSuite's answers. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly isOrdered: boolean;
}

export interface QueryInput {
  readonly text: string;
  readonly parameters: readonly Scalar[];
  readonly findTable: FindTable;
  readonly now: Date;
}

/** Parses and runs one query. Throws SuiteqlError with NetSuite's wording. */
export function runQuery({ text, parameters, findTable, now }: QueryInput): QueryResult {
  const { query, rowLimit } = takeRownum(parseQuery(text));
  const scope = new Scope();
  const context: Evaluation = { scope, parameters, now, group: undefined };
  const joined = joinTables(query, scope, findTable, context);
  const where = query.where;
  const matching = where === undefined ? joined : joined.filter((row) => test(where, row, context) === true);
  const kept = matching.slice(0, rowLimit);
  const isGrouped = query.groupBy.length > 0 || outputExpressions(query).some(hasAggregate);
  const sources = isGrouped ? groupRows(query, kept, context) : kept.map((row) => ({ row, group: undefined }));
  const columns = nameColumns(query.columns, scope);
  const produced = sources.map(({ row, group }) => {
    const inner = { ...context, group };
    const values = columns.map(({ name, expression }) => [name, evaluate(expression, row, inner)] as const);
    return { values, sortKeys: query.orderBy.map((item) => evaluate(resolveAlias(item, columns), row, inner)) };
  });
  const sorted = query.orderBy.length === 0 ? produced : produced.toSorted(bySortKeys(query.orderBy));
  const rows = sorted.map(({ values }) => showRow(values));
  const unique = query.distinct ? distinct(rows) : rows;
  return { rows: unique.slice(0, query.fetchFirst), isOrdered: query.orderBy.length > 0 };
}

/** `ROWNUM <= n` in the WHERE clause is taken out and becomes a limit, which Oracle applies before ORDER BY. */
function takeRownum(query: Query): { query: Query; rowLimit: number | undefined } {
  let rowLimit: number | undefined;
  const strip = (expression: Expression): Expression | undefined => {
    if (expression.kind === 'logic' && expression.operator === 'AND') {
      const [left, right] = [strip(expression.left), strip(expression.right)];
      return left === undefined ? right : right === undefined ? left : { ...expression, left, right };
    }
    if (expression.kind !== 'compare' || expression.left.kind !== 'column' || expression.left.name !== 'rownum') {
      return expression;
    }
    const bound = expression.right.kind === 'literal' ? Number(expression.right.value) : Number.NaN;
    if (expression.operator === '<=') rowLimit = bound;
    else if (expression.operator === '<') rowLimit = bound - 1;
    else if (expression.operator === '=' && bound === 1) rowLimit = 1;
    else return expression;
    return undefined;
  };
  const where = query.where === undefined ? undefined : strip(query.where);
  return { query: { ...query, where }, rowLimit };
}

function joinTables(query: Query, scope: Scope, findTable: FindTable, context: Evaluation): JoinedRow[] {
  const open = (name: string): Table => {
    const table = findTable(name);
    if (table === undefined) throw unknownTable(name);
    return table;
  };
  const first = open(query.from.table);
  scope.add(query.from.alias, first);
  let rows: JoinedRow[] = first.rows().map((row) => new Map([[query.from.alias, row]]));
  for (const join of query.joins) {
    const table = open(join.source.table);
    scope.add(join.source.alias, table);
    rows = joinRows(rows, join, table.rows(), context);
  }
  return rows;
}

function groupRows(query: Query, rows: readonly JoinedRow[], context: Evaluation): Source[] {
  const groups = new Map<string, JoinedRow[]>();
  if (query.groupBy.length === 0) groups.set('', [...rows]);
  else {
    for (const row of rows) {
      const key = JSON.stringify(query.groupBy.map((each) => showScalar(evaluate(each, row, context))));
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
  }
  const sources = [...groups.values()].map((group) => ({ row: group[0] ?? new Map(), group }));
  const having = query.having;
  if (having === undefined) return sources;
  return sources.filter(({ row, group }) => test(having, row, { ...context, group }) === true);
}

interface Source {
  readonly row: JoinedRow;
  readonly group: readonly JoinedRow[];
}

interface OutputColumn {
  readonly name: string;
  readonly expression: Expression;
}

/** Columns keep their own name, other expressions without alias become expr1, expr2 … */
function nameColumns(items: readonly SelectItem[], scope: Scope): OutputColumn[] {
  let unnamed = 0;
  return items.flatMap((item): OutputColumn[] => {
    if (item.kind === 'star') {
      const aliases = item.table === undefined ? scope.aliases() : [item.table];
      return aliases.flatMap((alias) =>
        scope
          .columnsOf(alias)
          .map((name): OutputColumn => ({ name, expression: { kind: 'column', table: alias, name } })),
      );
    }
    const { expression, alias } = item;
    if (alias !== undefined) return [{ name: alias, expression }];
    if (expression.kind === 'column') return [{ name: expression.name, expression }];
    unnamed += 1;
    return [{ name: `expr${unnamed}`, expression }];
  });
}

/** ORDER BY may name a select alias or a column position. */
function resolveAlias(item: OrderItem, columns: readonly OutputColumn[]): Expression {
  const { expression } = item;
  if (expression.kind === 'literal' && typeof expression.value === 'number') {
    return columns[expression.value - 1]?.expression ?? expression;
  }
  if (expression.kind !== 'column' || expression.table !== undefined) return expression;
  return columns.find((each) => each.name === expression.name)?.expression ?? expression;
}

function bySortKeys(orderBy: readonly OrderItem[]) {
  return (a: { sortKeys: readonly Scalar[] }, b: { sortKeys: readonly Scalar[] }): number => {
    for (const [index, item] of orderBy.entries()) {
      const [left, right] = [a.sortKeys[index] ?? null, b.sortKeys[index] ?? null];
      const sign = compareKeys(left, right, item);
      if (sign !== 0) return sign;
    }
    return 0;
  };
}

/** Oracle puts nulls last in ascending and first in descending order. */
function compareKeys(left: Scalar, right: Scalar, item: OrderItem): number {
  const nullsFirst = item.nulls === undefined ? item.descending : item.nulls === 'first';
  if (left === null || right === null) {
    if (left === right) return 0;
    return (left === null) === nullsFirst ? -1 : 1;
  }
  return item.descending ? -order(left, right) : order(left, right);
}

function showRow(values: readonly (readonly [string, Scalar])[]): Record<string, string> {
  const row: Record<string, string> = {};
  for (const [name, value] of values) {
    const text = showScalar(value);
    if (text !== null) row[name] = text;
  }
  return row;
}

function distinct(rows: readonly Record<string, string>[]): Record<string, string>[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

function outputExpressions(query: Query): Expression[] {
  return query.columns.flatMap((item) => (item.kind === 'expression' ? [item.expression] : []));
}

function hasAggregate(expression: Expression): boolean {
  switch (expression.kind) {
    case 'call':
      return AGGREGATES.has(expression.name) || expression.args.some(hasAggregate);
    case 'arithmetic':
      return hasAggregate(expression.left) || hasAggregate(expression.right);
    case 'negate':
      return hasAggregate(expression.operand);
    default:
      return false;
  }
}
