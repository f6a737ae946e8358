/** What can be changed in a row of the table. */
export type EditedPart = 'expression' | 'note';

/** What somebody typed in a cell that could not be written, and why. */
export interface HeldCell {
  readonly text: string;
  readonly problem: string;
}

/** By `cellKey`. They are kept until they are written or discarded, even while their table is not shown. */
export type HeldCells = ReadonlyMap<string, HeldCell>;

export const noHeldCells: HeldCells = new Map();

export const cellKey = (field: string, part: EditedPart): string => `${part} ${field}`;

export function withHeldCell(cells: HeldCells, key: string, held: HeldCell | undefined): HeldCells {
  if (cells.get(key) === held) return cells;
  const next = new Map(cells);
  if (held === undefined) next.delete(key);
  else next.set(key, held);
  return next;
}
