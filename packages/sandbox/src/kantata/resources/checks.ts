import { humanize, isBlank } from '../api/external-reference.ts';
import type { KantataStore } from '../api/kantata-store.ts';
import { plainText } from '../api/plain-text.ts';
import type { Attributes, ResourceKey } from '../api/record.ts';
import { invalid } from '../kantata-error.ts';
import type { KantataProblem } from '../kantata-error.ts';

export function present(attributes: Attributes, ...names: readonly string[]): KantataProblem[] {
  return names
    .filter((name) => isBlank(attributes[name]))
    .map((name) => invalid(name, `${humanize(name)} can't be blank`));
}

export function oneOf(attributes: Attributes, name: string, values: readonly string[]): KantataProblem[] {
  const value = attributes[name];
  if (value === undefined || value === null || values.includes(plainText(value))) return [];
  return [invalid(name, `${humanize(name)} is not included in the list`)];
}

/** The record that an id attribute refers to must exist. */
export function exists(
  store: KantataStore,
  attributes: Attributes,
  name: string,
  resource: ResourceKey,
): KantataProblem[] {
  const id = attributes[name];
  if (id === undefined || id === null || store.get(resource, id) !== undefined) return [];
  return [invalid(name, `${humanize(name)} must exist`)];
}

/** Minor units and minutes are whole numbers. */
export function wholeNumber(attributes: Attributes, name: string, min = 0): KantataProblem[] {
  const value = attributes[name];
  if (value === undefined || value === null || (Number.isInteger(Number(value)) && Number(value) >= min)) return [];
  return [invalid(name, `${humanize(name)} must be an integer greater than or equal to ${min}`)];
}

export function isoDate(attributes: Attributes, ...names: readonly string[]): KantataProblem[] {
  return names
    .filter((name) => {
      const value = attributes[name];
      if (value === undefined || value === null) return false;
      return typeof value !== 'string' || !isCalendarDate(value);
    })
    .map((name) => invalid(name, `${humanize(name)} is not a valid date`));
}

/** JavaScript reads 30 February as 2 March, so the formatted date must equal the text that came in. */
function isCalendarDate(text: string): boolean {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

export function inOrder(attributes: Attributes, start: string, end: string): KantataProblem[] {
  const [from, to] = [attributes[start], attributes[end]];
  if (typeof from !== 'string' || typeof to !== 'string' || from <= to) return [];
  return [invalid(end, `${humanize(end)} can't be before the ${humanize(start).toLowerCase()}`)];
}

export function idText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

export function idTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(idText).filter((each) => each !== null) : [];
}

/** Integers may come as text. */
export function integerOr<T>(value: unknown, fallback: T): number | T {
  return value === undefined || value === null || value === '' ? fallback : Number(value);
}
