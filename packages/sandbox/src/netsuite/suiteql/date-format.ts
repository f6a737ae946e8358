import type { Scalar } from './ast.ts';
import { escapePattern } from './escape-pattern.ts';
import { unsupportedQuery } from './suiteql-error.ts';

/** The account preference "date format"; SuiteQL shows and reads dates in it unless TO_CHAR or TO_DATE says otherwise. */
export const ACCOUNT_DATE_FORMAT = 'DD/MM/YYYY';

type Part = (date: Date) => string;

/** Oracle format elements, longest first. Times are UTC: the demo account's time zone is GMT without summer time. */
const ELEMENTS: readonly (readonly [string, Part, string])[] = [
  ['HH24', (d) => pad(d.getUTCHours()), String.raw`(?<hour>\d{1,2})`],
  ['HH12', (d) => pad(d.getUTCHours() % 12 || 12), String.raw`(?<hour12>\d{1,2})`],
  ['YYYY', (d) => String(d.getUTCFullYear()), String.raw`(?<year>\d{4})`],
  ['FF3', (d) => String(d.getUTCMilliseconds()).padStart(3, '0'), String.raw`(?<milli>\d{1,9})`],
  ['FF', (d) => `${String(d.getUTCMilliseconds()).padStart(3, '0')}000`, String.raw`(?<milli>\d{1,9})`],
  ['MM', (d) => pad(d.getUTCMonth() + 1), String.raw`(?<month>\d{1,2})`],
  ['DD', (d) => pad(d.getUTCDate()), String.raw`(?<day>\d{1,2})`],
  ['HH', (d) => pad(d.getUTCHours() % 12 || 12), String.raw`(?<hour12>\d{1,2})`],
  ['MI', (d) => pad(d.getUTCMinutes()), String.raw`(?<minute>\d{1,2})`],
  ['SS', (d) => pad(d.getUTCSeconds()), String.raw`(?<second>\d{1,2})`],
  ['AM', (d) => (d.getUTCHours() < 12 ? 'AM' : 'PM'), '(?<meridian>[AaPp][Mm])'],
  ['PM', (d) => (d.getUTCHours() < 12 ? 'AM' : 'PM'), '(?<meridian>[AaPp][Mm])'],
];

export function formatDate(date: Date, format: string): string {
  return scan(format, (part) => (typeof part === 'string' ? part : part[1](date)));
}

/** Reads a text by an Oracle format. Throws the vendor's "unsupported search" when it does not fit, as ORA-018xx would. */
export function parseDate(text: string, format: string): Date {
  const pattern = scan(format, (part) => (typeof part === 'string' ? escapePattern(part) : part[2]));
  const groups = new RegExp(`^${pattern}`).exec(text.trim())?.groups;
  if (groups === undefined) throw unsupportedQuery(`${JSON.stringify(text)} is not a date in the format ${format}`);
  const number = (name: string, fallback: number): number => Number(groups[name] ?? fallback);
  const isAfternoon = groups['meridian']?.toUpperCase() === 'PM';
  const hour = groups['hour12'] === undefined ? number('hour', 0) : (number('hour12', 0) % 12) + (isAfternoon ? 12 : 0);
  const [year, month, day] = [number('year', 1970), number('month', 1), number('day', 1)];
  const date = new Date(Date.UTC(year, month - 1, day, hour, number('minute', 0), number('second', 0)));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    throw unsupportedQuery(`${JSON.stringify(text)} is not a day of the calendar`);
  }
  return date;
}

/** What a row shows for a value. Times of day are dropped, as NetSuite does without TO_CHAR. */
export function showScalar(value: Scalar): string | null {
  if (value instanceof Date) return formatDate(value, ACCOUNT_DATE_FORMAT);
  return value === null ? null : String(value);
}

function scan(format: string, emit: (part: string | (typeof ELEMENTS)[number]) => string): string {
  let out = '';
  let at = 0;
  while (at < format.length) {
    if (format[at] === '"') {
      const end = format.indexOf('"', at + 1);
      if (end < 0) throw unsupportedQuery(`unfinished quote in the date format ${format}`);
      out += emit(format.slice(at + 1, end));
      at = end + 1;
      continue;
    }
    const upper = format.slice(at).toUpperCase();
    const element = ELEMENTS.find(([name]) => upper.startsWith(name));
    if (element === undefined && /[A-Z]/.test(upper[0] ?? '')) {
      throw unsupportedQuery(`date format element ${format.slice(at)}`);
    }
    out += emit(element ?? format.slice(at, at + 1));
    at += element?.[0].length ?? 1;
  }
  return out;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
