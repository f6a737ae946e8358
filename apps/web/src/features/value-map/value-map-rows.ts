import type { ValueMapDocument } from '@throughline/core/flow';

export type ValueMapEntry = ValueMapDocument['entries'][number];
export type ValueMapValue = ValueMapEntry['value'];

/** A value as it is typed. Text that would be read as a number, a boolean or null is in quotes. */
export function formatValue(value: ValueMapValue): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return isLiteral(value) || value.startsWith('"') ? JSON.stringify(value) : value;
}

/** Parses a typed value: `12` is a number, `true` a boolean, `"12"` text, and anything else text as it is. */
export function parseValue(text: string): ValueMapValue {
  if (isLiteral(text)) return JSON.parse(text) as ValueMapValue;
  if (/^".*"$/s.test(text)) {
    try {
      return String(JSON.parse(text));
    } catch {
      return text;
    }
  }
  return text;
}

/** An id of more than 15 digits is text, because a number would lose the last of them. */
const isLiteral = (text: string): boolean =>
  /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?)$/.test(text) && text.replaceAll(/\D/g, '').length <= 15;

/**
 * Parses rows from a spreadsheet, with tabs (or else semicolons or commas) between key, value and note. Empty lines are
 * left out. A column of ids such as `2` and `007` is text: values are numbers, or booleans, only if all of them are.
 */
export function parseRows(text: string): ValueMapEntry[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const separator = ['\t', ';', ','].find((mark) => lines.every((line) => line.includes(mark))) ?? '\t';
  const rows = lines.map((line) => {
    const [key = '', value = '', ...note] = line.split(separator).map((cell) => cell.trim());
    return { key, value, remark: note.join(separator).trim() };
  });
  const isOneKind = valueKinds(rows.map(({ value }) => parseValue(value))).length === 1;
  return rows.map(({ key, value, remark }) => {
    const parsed = parseValue(value);
    const kept = isOneKind || typeof parsed === 'string' ? parsed : value;
    return { key, value: kept, ...(remark === '' ? {} : { note: remark }) };
  });
}

const kindWords = { string: 'text', number: 'numbers', boolean: 'yes or no' } as const;
type KindWord = (typeof kindWords)[keyof typeof kindWords];

/** What values are, in words. An empty cell has no kind. */
export const valueKinds = (values: readonly ValueMapValue[]): readonly KindWord[] => [
  ...new Set(
    values
      .filter((value) => value !== '' && value !== null)
      .map((value) => kindWords[typeof value as keyof typeof kindWords]),
  ),
];

/** A sentence for each row without a key. */
export const rowsWithoutKey = (rows: readonly ValueMapEntry[]): string[] =>
  rows.flatMap(({ key }, index) => (key === '' ? [`Row ${index + 1} has no key.`] : []));

/** Indexes of rows that repeat the key of an earlier row. */
export function duplicateRows(entries: readonly ValueMapEntry[]): ReadonlySet<number> {
  const seen = new Set<string>();
  const found = new Set<number>();
  for (const [index, { key }] of entries.entries()) {
    if (seen.has(key)) found.add(index);
    seen.add(key);
  }
  return found;
}

/** Rows whose key, value or note contains the text, each with its index. */
export function searchRows(
  entries: readonly ValueMapEntry[],
  search: string,
): readonly { readonly entry: ValueMapEntry; readonly index: number }[] {
  const wanted = search.trim().toLowerCase();
  return entries
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry: { key, value, note = '' } }) =>
      [key, formatValue(value), note].some((text) => text.toLowerCase().includes(wanted)),
    );
}

/** A sentence for each row that repeats the key of an earlier row, with the numbers of both. */
export function repeatedKeys(rows: readonly ValueMapEntry[]): string[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ key }, index) => {
    const known = first.get(key);
    if (known === undefined) first.set(key, index);
    return known === undefined ? [] : [`Row ${index + 1} repeats the key “${key}” of row ${known + 1}.`];
  });
}

/** How many pasted rows are new, and how many change a row that is there. */
export function pasteCounts(
  entries: readonly ValueMapEntry[],
  pasted: readonly ValueMapEntry[],
): { readonly added: number; readonly changed: number } {
  const known = new Map(entries.map((entry) => [entry.key, entry]));
  const added = pasted.filter(({ key }) => !known.has(key)).length;
  const isChange = ({ key, value, note }: ValueMapEntry): boolean => {
    const before = known.get(key);
    return before !== undefined && (before.value !== value || (note !== undefined && before.note !== note));
  };
  return { added, changed: pasted.filter(isChange).length };
}

/** Adds pasted rows. An existing key gets the new value and note; others are added at the end. */
export function mergeRows(entries: readonly ValueMapEntry[], pasted: readonly ValueMapEntry[]): ValueMapEntry[] {
  const merged = [...entries];
  for (const row of pasted) {
    const index = merged.findIndex(({ key }) => key === row.key);
    if (index < 0) merged.push(row);
    else merged[index] = { ...merged[index], ...row };
  }
  return merged;
}
