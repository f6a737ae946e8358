import type { Expression, Join, Scalar } from './ast.ts';
import { evaluate, test } from './evaluate.ts';
import type { Evaluation } from './evaluate.ts';
import type { JoinedRow } from './scope.ts';
import type { TableRow } from './table.ts';

type Column = Extract<Expression, { kind: 'column' }>;

/** Joins the rows so far with those of one more table. The table must already be in the scope. */
export function joinRows(
  rows: readonly JoinedRow[],
  { kind, source, on }: Join,
  candidates: readonly TableRow[],
  context: Evaluation,
): JoinedRow[] {
  const candidatesFor = chooseCandidates(on, source.alias, candidates, context);
  return rows.flatMap((row): readonly JoinedRow[] => {
    const merged = candidatesFor(row).map((candidate): JoinedRow => new Map([...row, [source.alias, candidate]]));
    const matching = merged.filter((each) => test(on, each, context) === true);
    return matching.length === 0 && kind === 'left' ? [row] : matching;
  });
}

/**
 * When a column of the new table must equal a known one, a hash narrows the candidates; otherwise every row is a
 * candidate. Either way the whole condition is then tested on the candidates, so the hash may find too many rows but
 * must not miss any.
 */
function chooseCandidates(
  on: Expression,
  alias: string,
  candidates: readonly TableRow[],
  context: Evaluation,
): (row: JoinedRow) => readonly TableRow[] {
  const pair = findEquality(on, alias, context);
  if (pair === undefined) return () => candidates;
  const index = new Map<string, TableRow[]>();
  for (const candidate of candidates) {
    const value = candidate[pair.own.name]?.value ?? null;
    if (value instanceof Date) return () => candidates;
    const key = hashKey(value);
    const bucket = index.get(key);
    if (bucket === undefined) index.set(key, [candidate]);
    else bucket.push(candidate);
  }
  return (row) => {
    const value = evaluate(pair.known, row, context);
    return value instanceof Date ? candidates : (index.get(hashKey(value)) ?? []);
  };
}

function findEquality(on: Expression, alias: string, context: Evaluation): { own: Column; known: Column } | undefined {
  if (on.kind === 'logic' && on.operator === 'AND') {
    return findEquality(on.left, alias, context) ?? findEquality(on.right, alias, context);
  }
  if (on.kind !== 'compare' || on.operator !== '=') return undefined;
  const { left, right } = on;
  if (left.kind !== 'column' || right.kind !== 'column') return undefined;
  const isOwn = (column: Column): boolean => context.scope.locate(column.table, column.name) === alias;
  if (isOwn(left) === isOwn(right)) return undefined;
  return isOwn(left) ? { own: left, known: right } : { own: right, known: left };
}

/** Equal for all values that SQL compares as equal: '7', '7.0' and 7 share a key. */
function hashKey(value: Scalar): string {
  if (value === null) return '';
  const number = Number(value);
  return Number.isNaN(number) ? `t${String(value)}` : `n${number}`;
}
