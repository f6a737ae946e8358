import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { ownValue } from '@throughline/core/connector/own-value';

/** One value of a payload that a form can edit. */
export interface PayloadField {
  readonly path: readonly string[];
  /** Its label: the title of the field in its system, or else its name. */
  readonly title: string;
  readonly description?: string;
  readonly value: string | number | boolean | null;
  /** Values that the system accepts, if it lists them. */
  readonly choices: readonly string[];
  readonly format?: string;
  /** The system accepts no record without it. */
  readonly isRequired: boolean;
  /** It identifies the record, so nobody may change it. */
  readonly isRecordId: boolean;
}

/**
 * The scalar values of a payload in order, including nested objects; lists are left to the JSON editor. Titles, choices
 * and formats come from the object whose fields have these names, wherever they are in the payload.
 */
export const payloadFields = (payload: unknown, object: RecordObject | undefined): readonly PayloadField[] =>
  collect(payload, [], {
    properties: object?.schema.properties ?? {},
    required: object?.schema.required ?? [],
    idField: object?.identity.field,
  });

type RecordObject = Pick<ObjectManifest, 'schema' | 'identity'>;

/** The payload with one value replaced; everything else is kept as it is, in order. */
export const withField = (payload: unknown, path: readonly string[], value: PayloadField['value']): unknown => {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (!isRecord(payload)) return payload;
  return { ...payload, [name]: withField(payload[name], rest, value) };
};

/** The sentence of the rule that a field broke, by the field's name; undefined if it broke none. */
export const causeOf = ({ path }: PayloadField, causes: readonly Cause[]): string | undefined =>
  causes.find(({ field }) => field === path.at(-1))?.message;

export interface Cause {
  readonly field: string;
  readonly message: string;
}

/** Paths of fields: those that stopped the record come first, then empty ones, and the record's id last. */
export const worstFirst = (fields: readonly PayloadField[], causes: readonly Cause[]): readonly string[] =>
  fields.toSorted((one, other) => rankOf(one, causes) - rankOf(other, causes)).map(({ path }) => path.join('/'));

const rankOf = (field: PayloadField, causes: readonly Cause[]): number => {
  if (field.isRecordId) return 3;
  if (causeOf(field, causes) !== undefined) return 0;
  return field.value === null || field.value === '' ? 1 : 2;
};

/** Says what is wrong with a typed value, before anything is sent. */
export const typingFault = ({ value, format }: PayloadField): string | undefined => {
  if (format !== 'date' || value === null) return undefined;
  return isIsoDate(String(value)) ? undefined : 'Write the date as year-month-day, such as 2026-12-31.';
};

const isIsoDate = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/**
 * Sorts fields by an order that was fixed beforehand, so that none moves while it is filled in. Unknown fields come
 * last.
 */
export const inOrder = (fields: readonly PayloadField[], order: readonly string[]): readonly PayloadField[] => {
  const placeOf = ({ path }: PayloadField): number => {
    const place = order.indexOf(path.join('/'));
    return place === -1 ? order.length : place;
  };
  return fields.toSorted((one, other) => placeOf(one) - placeOf(other));
};

interface Known {
  readonly properties: NonNullable<JsonSchema['properties']>;
  readonly required: readonly string[];
  readonly idField: string | undefined;
}

const collect = (value: unknown, path: readonly string[], known: Known): readonly PayloadField[] => {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const at = [...path, name];
    if (isRecord(child)) return collect(child, at, known);
    return isScalar(child) ? [describe(at, child, known)] : [];
  });
};

const describe = (path: readonly string[], value: PayloadField['value'], known: Known): PayloadField => {
  const name = path.at(-1) ?? '';
  const schema = ownValue(known.properties, name);
  return {
    path,
    title: schema?.title ?? name,
    ...(schema?.description === undefined ? {} : { description: schema.description }),
    value,
    choices: (schema?.enum ?? []).filter((choice) => typeof choice === 'string'),
    ...(schema?.format === undefined ? {} : { format: schema.format }),
    isRequired: known.required.includes(name),
    isRecordId: path.length === 1 && name === known.idField,
  };
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isScalar = (value: unknown): value is PayloadField['value'] =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);
