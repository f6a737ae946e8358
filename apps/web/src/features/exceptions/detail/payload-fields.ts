import type { JsonSchema } from '@throughline/core/connector/json-schema';

/** One value of a payload that a form can edit. */
export interface PayloadField {
  readonly path: readonly string[];
  /** What people call it: the title of the field in its system, else its name. */
  readonly title: string;
  readonly description?: string;
  readonly value: string | number | boolean | null;
  /** Values the system knows, where it says so. */
  readonly choices: readonly string[];
  readonly format?: string;
}

/**
 * The scalar values of a payload, nested objects included, in order; lists are left to the JSON editor. Titles, choices
 * and formats come from the object the payload's fields are named after, wherever in the payload they stand.
 */
export const payloadFields = (payload: unknown, schema: JsonSchema | undefined): readonly PayloadField[] =>
  collect(payload, [], schema?.properties ?? {});

/** The payload with one value replaced; everything else is kept as it is, in order. */
export const withField = (payload: unknown, path: readonly string[], value: PayloadField['value']): unknown => {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (!isRecord(payload)) return payload;
  return { ...payload, [name]: withField(payload[name], rest, value) };
};

/** Paths of fields, the empty ones first, because most exceptions are about what is missing. */
export const emptyFirst = (fields: readonly PayloadField[]): readonly string[] => {
  const isEmpty = ({ value }: PayloadField): boolean => value === null || value === '';
  return [...fields.filter(isEmpty), ...fields.filter((field) => !isEmpty(field))].map(({ path }) => path.join('/'));
};

/** Fields in an order that was fixed beforehand, so that none jumps while it is filled in. Unknown ones come last. */
export const inOrder = (fields: readonly PayloadField[], order: readonly string[]): readonly PayloadField[] => {
  const placeOf = ({ path }: PayloadField): number => {
    const place = order.indexOf(path.join('/'));
    return place === -1 ? order.length : place;
  };
  return fields.toSorted((one, other) => placeOf(one) - placeOf(other));
};

type Properties = NonNullable<JsonSchema['properties']>;

const collect = (value: unknown, path: readonly string[], properties: Properties): readonly PayloadField[] => {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const at = [...path, name];
    if (isRecord(child)) return collect(child, at, properties);
    return isScalar(child) ? [describe(at, child, properties[name])] : [];
  });
};

const describe = (
  path: readonly string[],
  value: PayloadField['value'],
  schema: JsonSchema | undefined,
): PayloadField => ({
  path,
  title: schema?.title ?? path.at(-1) ?? '',
  ...(schema?.description === undefined ? {} : { description: schema.description }),
  value,
  choices: (schema?.enum ?? []).filter((choice) => typeof choice === 'string'),
  ...(schema?.format === undefined ? {} : { format: schema.format }),
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isScalar = (value: unknown): value is PayloadField['value'] =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);
