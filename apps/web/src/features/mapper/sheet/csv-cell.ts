/**
 * A cell that starts like this is a formula for a spreadsheet, even in a csv file. The wide forms are read like the plain
 * ones by some versions.
 */
const likeFormula = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text as a cell of a csv file: an apostrophe in front keeps a spreadsheet from running it. */
export const toCsvCell = (text: string): string => (likeFormula.test(text) ? `'${text}` : text);

/** The text that `toCsvCell` wrote. Other texts are what they are. */
export const fromCsvCell = (cell: string): string =>
  cell.startsWith("'") && likeFormula.test(cell) ? cell.slice(1) : cell;
