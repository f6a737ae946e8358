import { systemError } from '../kantata-error.ts';
import type { KantataStore } from './kantata-store.ts';
import { plainText } from './plain-text.ts';
import type { KantataRecord } from './record.ts';

export type Filter = (record: KantataRecord, value: string, store: KantataStore) => boolean;

/** One id or several with commas, compared with an attribute. */
export function ids(attribute: string): Filter {
  return (record, value) => list(value).includes(plainText(record[attribute]));
}

export function text(attribute: string): Filter {
  return (record, value) => plainText(record[attribute]) === value;
}

export function contains(attribute: string): Filter {
  return (record, value) => plainText(record[attribute]).toLowerCase().includes(value.toLowerCase());
}

/** `true` and `false` select records with that value. */
export function flag(attribute: string): Filter {
  return (record, value) => (record[attribute] === true) === isTrue(value);
}

/** `true` selects the records that pass; with `false`, the vendor applies no filter. */
export function whenTrue(test: (record: KantataRecord, store: KantataStore) => boolean): Filter {
  return (record, value, store) => !isTrue(value) || test(record, store);
}

/** `true` asks for what every record of the stand-in is anyway, and `false` applies no filter. Other values are refused. */
export const whatAllAre: Filter = whenTrue(() => true);

/** The vendor always processes these as `true`, whatever value is sent. */
export function always(test: (record: KantataRecord, store: KantataStore) => boolean): Filter {
  return (record, _value, store) => test(record, store);
}

/** Whether the bounds themselves belong to the result is nowhere documented; here they do. */
export function onOrAfter(attribute: string): Filter {
  return (record, value) => {
    const day = plainText(record[attribute]);
    return day !== '' && day >= requireDay(value);
  };
}

export function onOrBefore(attribute: string): Filter {
  return (record, value) => {
    const day = plainText(record[attribute]);
    return day !== '' && day <= requireDay(value);
  };
}

/** `2013-06-01:2013-08-01`; with several attributes, one of them must be in the range. */
export function between(...attributes: readonly string[]): Filter {
  return (record, value) => {
    const [from, to, ...rest] = value.split(':').map(requireDay);
    if (from === undefined || to === undefined || rest.length > 0) throw notADate(value);
    return attributes.some((name) => plainText(record[name]) >= from && plainText(record[name]) <= to);
  };
}

export function list(value: string): readonly string[] {
  return value.split(',');
}

export function isTrue(value: string): boolean {
  if (value === 'true') return true;
  if (value === 'false') return false;
  throw systemError(400, `${JSON.stringify(value)} is not a boolean.`);
}

function requireDay(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw notADate(value);
}

function notADate(value: string) {
  return systemError(400, `${JSON.stringify(value)} is not an ISO 8601 date.`);
}
