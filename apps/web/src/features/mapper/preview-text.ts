import { valuesAt } from './coverage.ts';

const longest = 60;

/** Describes in a few characters what is at a path of a record: a value, a count, or nothing. */
export function previewText(record: unknown, path: readonly string[]): string | undefined {
  const values = valuesAt(record, path);
  const [first] = values;
  if (first === undefined) return undefined;
  if (values.length > 1) return `${shown(first)}  +${values.length - 1}`;
  return shown(first);
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 1 ? '1 item' : `${value.length} items`;
  if (typeof value === 'object' && value !== null) return '{ … }';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
