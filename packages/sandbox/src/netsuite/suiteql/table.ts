import type { Scalar } from './ast.ts';

/** One value of a row. `display` is what BUILTIN.DF shows for a reference or an enumeration. */
export interface Cell {
  readonly value: Scalar;
  readonly display?: string;
}

export type TableRow = Readonly<Record<string, Cell>>;

/** A SuiteQL table: lower-case column names, and its rows at the moment of the query. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  rows(): readonly TableRow[];
}

export type FindTable = (name: string) => Table | undefined;

export const NULL_CELL: Cell = { value: null };
