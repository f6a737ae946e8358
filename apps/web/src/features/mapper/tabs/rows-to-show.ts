import { cellKey, type HeldCells } from './held-cells.ts';
import type { TableRow } from './table-rows.ts';

interface Filter {
  readonly search: string;
  readonly isSetOnly: boolean;
  /** Ids of the fields that the mapping sets. */
  readonly covered: ReadonlySet<string>;
  readonly held: HeldCells;
}

/** The rows that a filter leaves, and always those in which something is typed that is not written yet. */
export function rowsToShow<Row extends Pick<TableRow, 'id' | 'expression' | 'note'>>(
  rows: readonly Row[],
  { search, isSetOnly, covered, held }: Filter,
): readonly Row[] {
  const wanted = search.toLowerCase();
  return rows.filter(
    ({ id, expression, note }) =>
      held.has(cellKey(id, 'expression')) ||
      held.has(cellKey(id, 'note')) ||
      ((!isSetOnly || covered.has(id)) && [id, expression, note].some((part) => part.toLowerCase().includes(wanted))),
  );
}
