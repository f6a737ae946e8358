import { cellAddress } from './sheet-columns.ts';

/** What a sheet of a workbook claims, found without building any of it. */
export interface ScannedSheet {
  /** The last row and column with content; numbers start at 1. */
  readonly rows: number;
  readonly columns: number;
  /** Addresses of the cells that hold a formula or an error, which is what a failed formula leaves. */
  readonly formulas: ReadonlySet<string>;
}

/** What the format allows. */
const lastRow = 1_048_576;
const lastColumn = 16_384;

/**
 * Scans the XML of a sheet. Undefined if a row or cell has no proper place: a reader fills the rows and columns in front
 * of it, so that a place far away would take all memory.
 */
export function scanSheet(xml: string): ScannedSheet | undefined {
  let [rows, columns] = [0, 0];
  const formulas = new Set<string>();
  let place = { row: 0, column: 0 };
  for (const [, name, rest = ''] of xml.matchAll(/<(?:[\w.-]+:)?(row|c|f|v|is)(?=[\s/>])([^<]*)/g)) {
    if (name === 'row') {
      if (attributesOf(rest, 'r').some((row) => !isNumberUpTo(row, lastRow))) return undefined;
    } else if (name === 'c') {
      const [address, ...more] = attributesOf(rest, 'r').map(placeOf);
      if (address === undefined || more.length > 0) return undefined;
      place = address;
      if (attributesOf(rest, 't').includes('e')) formulas.add(cellAddress(place.row - 1, place.column - 1));
    } else if (name === 'f') formulas.add(cellAddress(place.row - 1, place.column - 1));
    if (name === 'v' || name === 'is') {
      rows = Math.max(rows, place.row);
      columns = Math.max(columns, place.column);
    }
  }
  return { rows, columns, formulas };
}

/** The values of an attribute in the rest of an opening tag; several if it is repeated, empty if it is not quoted. */
function attributesOf(rest: string, name: 'r' | 't'): readonly string[] {
  const inside = /^(?:[^>"']|"[^"]*"|'[^']*')*/.exec(rest)?.[0] ?? '';
  const found = inside.matchAll(new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')?`, 'g'));
  return [...found].map(([, double, single]) => double ?? single ?? '');
}

const isNumberUpTo = (text: string, most: number): boolean => /^[1-9]\d{0,6}$/.test(text) && Number(text) <= most;

function placeOf(address: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, row] = /^([A-Z]{1,3})(\d+)$/.exec(address) ?? [];
  if (letters === undefined || row === undefined || !isNumberUpTo(row, lastRow)) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column > lastColumn ? undefined : { row: Number(row), column };
}
