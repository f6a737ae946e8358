import { normalizeId } from '../ids.ts';
import { refusal } from '../salesforce-error.ts';
import type { Field } from '../schema/field.ts';
import type { FieldValue } from './sobject.ts';
import { instantOf } from './sobject.ts';

/** Turns a JSON value of a request into the stored value of the field; throws the vendor's refusal. An empty text means null. */
export function readValue(field: Field, value: unknown): FieldValue {
  if (value === null || value === undefined || value === '') return field.type === 'boolean' ? false : null;
  switch (field.type) {
    case 'boolean':
      return readBoolean(field, value);
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return readNumber(field, value);
    case 'date':
      return readDate(field, value);
    case 'datetime':
      return readInstant(field, value);
    case 'id':
    case 'reference':
      return readReference(field, value);
    case 'string':
    case 'textarea':
    case 'email':
    case 'phone':
    case 'url':
    case 'picklist':
      return readText(field, value);
  }
}

function readBoolean(field: Field, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  throw cannotDeserialize('boolean', field, value);
}

function readNumber(field: Field, value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    throw cannotDeserialize(field.type === 'int' ? 'int' : 'double', field, value);
  }
  const rounded = Number(number.toFixed(field.scale));
  if (Math.abs(rounded) >= 10 ** (field.precision - field.scale)) {
    throw refusal(
      400,
      'NUMBER_OUTSIDE_VALID_RANGE',
      `${field.label}: value outside of valid range on numeric field: ${number}`,
      [field.name],
    );
  }
  return rounded;
}

function readDate(field: Field, value: unknown): string {
  const day = typeof value === 'string' ? /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(value)?.[1] : undefined;
  const instant = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  // Date.parse never rolls over in ISO form, but some engines accept 31 February; hence the round trip.
  if (day === undefined || Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== day) {
    throw cannotDeserialize('date', field, value);
  }
  return day;
}

function readInstant(field: Field, value: unknown): string {
  const text = typeof value === 'string' ? value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2') : '';
  const instant = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) throw cannotDeserialize('datetime', field, value);
  return instantOf(instant);
}

function readReference(field: Field, value: unknown): string {
  const id = typeof value === 'string' ? normalizeId(value) : undefined;
  if (id === undefined) {
    throw refusal(400, 'MALFORMED_ID', `${field.label}: id value of incorrect type: ${show(value)}`, [field.name]);
  }
  return id;
}

function readText(field: Field, value: unknown): string {
  if (typeof value === 'object') throw cannotDeserialize('string', field, value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text.length > field.length && field.type !== 'picklist') {
    const shown = text.length > 255 ? `${text.slice(0, 255)}...` : text;
    throw refusal(
      400,
      'STRING_TOO_LONG',
      `${field.label}: data value too large: ${shown} (max length=${field.length})`,
      [field.name],
    );
  }
  if (field.type === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) {
    throw refusal(400, 'INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${text}`, [field.name]);
  }
  if (field.isRestrictedPicklist && !field.picklistValues.includes(text)) {
    throw refusal(
      400,
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `${field.label}: bad value for restricted picklist field: ${text}`,
      [field.name],
    );
  }
  return text;
}

function cannotDeserialize(type: string, field: Field, value: unknown) {
  const token =
    typeof value === 'object'
      ? 'START_OBJECT'
      : `VALUE_${typeof value === 'string' ? 'STRING' : typeof value === 'number' ? 'NUMBER_FLOAT' : 'TRUE'}`;
  const message = `Cannot deserialize instance of ${type} from ${token} value ${show(value)} or request may be missing a required field at [${field.name}]`;
  return refusal(400, 'JSON_PARSER_ERROR', message);
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
