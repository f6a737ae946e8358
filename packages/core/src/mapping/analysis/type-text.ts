import { isAlwaysNone, many, none, one } from './count.ts';
import type { StringType, Type, Value } from './value.ts';

/** Describes the type of a value for people: `date`, `number or nothing`, `several texts`. */
export function typeText(value: Value, nesting = 0): string {
  if (isAlwaysNone(value.count)) return 'nothing';
  const item = [...new Set(value.types.map((type) => itemText(type, nesting)))].join(' or ');
  if (item === 'anything') return item;
  const ends = (value.count & none) === 0 ? '' : ' or nothing';
  if ((value.count & many) === 0) return `${item}${ends}`;
  return (value.count & one) === 0 ? `several: ${item}${ends}` : `one or several: ${item}${ends}`;
}

function itemText(type: Type, nesting: number): string {
  switch (type.kind) {
    case 'unknown':
      return 'anything';
    case 'null':
      return 'null';
    case 'boolean':
      return type.value === undefined ? 'true or false' : String(type.value);
    case 'number': {
      const name =
        type.value === undefined ? (type.isInteger === true ? 'whole number' : 'number') : String(type.value);
      return type.unit === undefined ? name : `${name} (${unitText(type.unit)})`;
    }
    case 'string':
      return stringText(type);
    case 'object':
      return objectText(type);
    case 'list':
      return listText(type.items, nesting);
    case 'function':
      return 'function';
  }
}

/** Nested lists are described down to this depth. */
const maxNesting = 2;

function listText(items: Value, nesting: number): string {
  if (items.types.length === 0) return 'empty list';
  return nesting >= maxNesting ? 'list' : `list of ${typeText({ ...items, count: one }, nesting + 1)}`;
}

function stringText({ values, format, unit }: StringType): string {
  if (values !== undefined && values.length <= 4) return values.map((value) => JSON.stringify(value)).join(' or ');
  const name = values === undefined ? (formatTexts[format ?? ''] ?? format ?? 'text') : 'choice';
  return unit === undefined ? name : `${name} (${unitText(unit)})`;
}

const formatTexts: Readonly<Record<string, string>> = {
  'date-time': 'instant',
  decimal: 'decimal text',
  currency: 'currency code',
  country: 'country code',
  email: 'email address',
};

/** The name of a unit in a sentence. */
export const unitText = (unit: string): string => unitTexts[unit] ?? unit;

const unitTexts: Readonly<Record<string, string>> = {
  hour: 'hours',
  minute: 'minutes',
  day: 'days',
  minor: 'minor units, such as cents',
  major: 'whole units of the currency',
  percent: 'percent',
  fraction: 'fraction of one',
};

function objectText({ title, fields }: Type & { kind: 'object' }): string {
  if (title !== undefined && title !== '') return title;
  const names = [...fields.keys()];
  if (names.length === 0) return 'object';
  return `{ ${names.slice(0, 4).join(', ')}${names.length > 4 ? ', …' : ''} }`;
}
