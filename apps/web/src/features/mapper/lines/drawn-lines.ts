import { idsUpTo } from '../field-id.ts';
import { lineKey, type LineKind, type MapLine } from './map-lines.ts';

/** Where the line of a field attaches among the visible rows of its tree. */
export interface RowPlace {
  readonly index: number;
  /** False if it is the row of a collapsed container around the field. */
  readonly isOwn: boolean;
}

/** One line on the screen. It stands for several lines if their ends are in collapsed containers. */
export interface DrawnLine {
  readonly key: string;
  readonly lines: readonly MapLine[];
  /** Row indexes; undefined if no row shows the field, for example because of a search. */
  readonly source: number | undefined;
  readonly target: number | undefined;
  readonly kind: LineKind;
  readonly through: string | undefined;
  /** One of the lines has an end that is not in its shape. */
  readonly isGhost?: true;
}

/** The row of a field, or that of its nearest visible container. */
export function placeOf(id: string, indexOf: ReadonlyMap<string, number>): RowPlace | undefined {
  const ids = idsUpTo(id);
  for (let length = ids.length; length > 0; length -= 1) {
    const index = indexOf.get(ids[length - 1] ?? '');
    if (index !== undefined) return { index, isOwn: length === ids.length };
  }
  return undefined;
}

/** Lines between the same two rows are drawn as one. Lines without any visible end are left out. */
export function drawnLines(
  lines: readonly MapLine[],
  sourceRows: ReadonlyMap<string, number>,
  targetRows: ReadonlyMap<string, number>,
): DrawnLine[] {
  const groups = new Map<string, { source: number | undefined; target: number | undefined; lines: MapLine[] }>();
  for (const line of lines) {
    const source = placeOf(line.source, sourceRows)?.index;
    const target = placeOf(line.target, targetRows)?.index;
    if (source === undefined && target === undefined) continue;
    const rows = `${source ?? ''} ${target ?? ''}`;
    const group = groups.get(rows);
    if (group === undefined) groups.set(rows, { source, target, lines: [line] });
    else group.lines.push(line);
  }
  return [...groups.values()].map((group) => ({
    ...group,
    key: group.lines.map(lineKey).slice(0, 1).join(''),
    ...lookOf(group.lines),
    ...(group.lines.some(({ isGhost }) => isGhost) && { isGhost: true as const }),
  }));
}

function lookOf(lines: readonly MapLine[]): Pick<DrawnLine, 'kind' | 'through'> {
  const [first] = lines;
  if (first === undefined) return { kind: 'direct', through: undefined };
  if (lines.some(({ kind }) => kind === 'each')) return { kind: 'each', through: undefined };
  const values = lines.filter(({ kind }) => kind !== 'influence');
  const [{ kind, through } = first] = values;
  const isAlike = values.every((line) => line.kind === kind && line.through === through);
  return isAlike ? { kind, through } : { kind: 'direct', through: undefined };
}
