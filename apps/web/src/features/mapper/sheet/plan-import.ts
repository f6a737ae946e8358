import { writeFieldTexts, type FieldText } from '@throughline/core/mapping/fields';
import { parseMapping } from '@throughline/core/mapping/syntax';
import { fromCsvCell } from './csv-cell.ts';
import { formulaCell } from './formula-cell.ts';
import { cellAddress, sheetColumnNames, sheetColumns, type SheetColumn } from './sheet-columns.ts';

/** A field as the open mapping says it. */
export interface KnownField {
  readonly id: string;
  readonly path: readonly string[];
  readonly expression: string;
  readonly note: string;
}

type Part = 'expression' | 'note';

/** One cell that the import changes. */
export interface CellChange {
  readonly cell: string;
  readonly field: string;
  readonly part: Part;
  readonly before: string;
  readonly after: string;
}

export interface SheetProblem {
  /** Absent for what is wrong with the sheet as a whole. */
  readonly cell?: string;
  readonly message: string;
}

export interface ImportPlan {
  readonly changes: readonly CellChange[];
  /** Nothing is imported as long as there is one. */
  readonly problems: readonly SheetProblem[];
  /** The text with all changes; absent if there are none, or if there are problems. */
  readonly text?: string;
}

/** What a sheet changes in a mapping. Only expressions and notes are read; other columns are for people. */
export function planImport(
  rows: readonly (readonly unknown[])[],
  fields: readonly KnownField[],
  text: string,
  isCsv = false,
): ImportPlan {
  const columns = columnsOf(rows[0] ?? []);
  if ('problems' in columns) return { changes: [], problems: columns.problems };
  const reader = new SheetReader(columns.places, fields, isCsv);
  for (const [index, row] of rows.entries()) if (index > 0) reader.row(row, index);
  const { changes, problems } = reader;
  if (changes.length === 0) return { changes, problems };
  const written = writeFieldTexts(text, reader.texts);
  if ('refusals' in written) {
    const refused = written.refusals.map(({ index, part, reason }) => {
      const cell = reader.cellOf(index, part);
      return { ...(cell === undefined ? {} : { cell }), message: reason };
    });
    return { changes, problems: [...problems, ...refused] };
  }
  return problems.length > 0 ? { changes, problems } : { changes, problems, text: written.text };
}

type Places = Partial<Readonly<Record<SheetColumn, number>>> & { readonly field: number };

function columnsOf(head: readonly unknown[]): { readonly places: Places } | { readonly problems: SheetProblem[] } {
  const places: Partial<Record<SheetColumn, number>> = {};
  const problems: SheetProblem[] = [];
  for (const [column, cell] of head.entries()) {
    const name = columnNamed(cell);
    if (name === undefined) continue;
    if (places[name] === undefined) places[name] = column;
    else problems.push({ cell: cellAddress(0, column), message: `The column “${sheetColumns[name]}” is there twice.` });
  }
  const { field, expression, note } = places;
  if (field === undefined || (expression === undefined && note === undefined)) {
    problems.push({
      message: `The first row has to have the title “${sheetColumns.field}” and “${sheetColumns.expression}” or “${sheetColumns.note}”. Start from an exported sheet.`,
    });
  }
  return problems.length > 0 || field === undefined ? { problems } : { places: { ...places, field } };
}

const columnNamed = (cell: unknown): SheetColumn | undefined =>
  sheetColumnNames.find(
    (name) => typeof cell === 'string' && sheetColumns[name].toLowerCase() === cell.trim().toLowerCase(),
  );

type Cells = Partial<Record<Part, string>>;

class SheetReader {
  readonly changes: CellChange[] = [];
  readonly problems: SheetProblem[] = [];
  /** What is to be written, one per changed row. */
  readonly texts: FieldText[] = [];
  readonly #cells: Cells[] = [];
  readonly #places: Places;
  readonly #fields: ReadonlyMap<string, KnownField>;
  readonly #seen = new Map<string, number>();
  readonly #isCsv: boolean;

  constructor(places: Places, fields: readonly KnownField[], isCsv: boolean) {
    this.#places = places;
    this.#isCsv = isCsv;
    this.#fields = new Map(fields.map((field) => [field.id, field]));
  }

  cellOf(index: number, part: Part): string | undefined {
    return this.#cells[index]?.[part];
  }

  row(row: readonly unknown[], index: number): void {
    if (row.every((cell) => textOf(cell)?.trim() === '')) return;
    const field = this.#fieldOf(row, index);
    if (field === undefined) return;
    const cells: Cells = {};
    const expression = this.#changed(row, index, field, 'expression', cells);
    const note = this.#changed(row, index, field, 'note', cells);
    if (expression === undefined && note === undefined) return;
    if (expression === '' && note === undefined && field.note !== '') this.#noteGoes(field, index, cells);
    this.texts.push({ target: field.path, expression, note });
    this.#cells.push(cells);
  }

  #fieldOf(row: readonly unknown[], index: number): KnownField | undefined {
    const cell = cellAddress(index, this.#places.field);
    const written = textOf(row[this.#places.field])?.trim() ?? '';
    const id = this.#isCsv && !this.#fields.has(written) ? fromCsvCell(written) : written;
    const field = this.#fields.get(id);
    const before = this.#seen.get(id);
    if (row[this.#places.field] === formulaCell) {
      this.problems.push({ cell, message: 'The cell holds a formula. Write the name of the target field.' });
    } else if (id === '') this.problems.push({ cell, message: 'The name of the target field is missing.' });
    else if (field === undefined) {
      this.problems.push({ cell, message: `The target has no field “${id}”. Correct the name, or remove the row.` });
    } else if (before !== undefined) {
      this.problems.push({ cell, message: `“${id}” is in row ${before + 1} already. Keep one of the two rows.` });
    } else {
      this.#seen.set(id, index);
      return field;
    }
    return undefined;
  }

  /** The text of a cell if it differs from what the mapping says. */
  #changed(row: readonly unknown[], index: number, field: KnownField, part: Part, cells: Cells): string | undefined {
    const column = this.#places[part];
    if (column === undefined) return undefined;
    const cell = cellAddress(index, column);
    const after = textOf(row[column]);
    if (after === undefined) {
      const held = row[column] === formulaCell ? 'formula' : 'date';
      this.#refuse(cell, `The cell holds a ${held}.`);
      return undefined;
    }
    const before = plainText(field[part]);
    const wanted = this.#isCsv ? csvText(plainText(after), before, part) : plainText(after);
    if (wanted === before) return undefined;
    // In a csv file, this is all that is left of a formula.
    if (formulaError.test(wanted)) {
      this.#refuse(cell, `The cell holds ${wanted}, which is a formula that failed.`);
      return undefined;
    }
    cells[part] = cell;
    this.changes.push({ cell, field: field.id, part, before, after: wanted });
    return wanted;
  }

  /** A note goes with its field, whatever the sheet says. */
  #noteGoes({ id, note }: KnownField, index: number, cells: Cells): void {
    const cell = this.#places.note === undefined ? cells.expression : cellAddress(index, this.#places.note);
    if (cell !== undefined) this.changes.push({ cell, field: id, part: 'note', before: plainText(note), after: '' });
  }

  #refuse(cell: string, reason: string): void {
    this.problems.push({ cell, message: `${reason} Format it as text, and write what the field is to say.` });
  }
}

/**
 * The apostrophe in front of a csv cell is ours, or it begins a text of JSONata if the file was saved from a workbook:
 * `'-' & Code`. Without it, such an expression would miss the partner of a quotation mark.
 */
function csvText(cell: string, before: string, part: Part): string {
  const text = fromCsvCell(cell);
  if (text === cell || cell === before) return cell;
  const isWhole = part === 'expression' && isExpression(cell) && !isExpression(text);
  return isWhole ? cell : plainText(text);
}

const isExpression = (text: string): boolean => parseMapping(text).errors.length === 0;

const formulaError = /^#(?:NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NULL!|NUM!|SPILL!|CALC!|FIELD!|GETTING_DATA)$/;

/** Spreadsheets have line ends of their own, and nobody sees spaces at the ends of a cell. */
const plainText = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trim();

/** Spreadsheets turn `12` and `true` into values of their own. What they turn into a date cannot be told any more. */
function textOf(cell: unknown): string | undefined {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : undefined;
}
