import type { InvalidValue } from './hubspot-error.ts';
import { dealPipeline } from './object-types.ts';
import type { ObjectType, Property } from './object-types.ts';

export type Properties = Readonly<Record<string, string | null>>;

/** Values as they are stored: instants in UTC, an empty text as none. Page: Properties, “Add values”. */
export function readValues(
  type: ObjectType,
  input: Readonly<Record<string, unknown>>,
): { readonly values: Properties; readonly problems: readonly InvalidValue[] } {
  const values: Record<string, string | null> = {};
  const problems: InvalidValue[] = [];
  for (const [name, given] of Object.entries(input)) {
    const property = type.properties.get(name);
    const text = given === null ? '' : typeof given === 'string' ? given : JSON.stringify(given);
    const problem = property === undefined ? missing(name) : problemOf(property, text);
    if (problem !== undefined) problems.push({ name, ...problem });
    else values[name] = text === '' ? null : stored(property, text);
  }
  return { values, problems };
}

type Problem = Omit<InvalidValue, 'name'>;

const missing = (name: string): Problem => ({
  error: 'PROPERTY_DOESNT_EXIST',
  message: `Property "${name}" does not exist`,
});

function problemOf(property: Property, text: string): Problem | undefined {
  const { name, type, options, isReadOnly } = property;
  if (isReadOnly)
    return { error: 'READ_ONLY_VALUE', message: `"${name}" is a read only property; its value cannot be set.` };
  if (text === '') return undefined;
  if (type === 'number' && !Number.isFinite(Number(text))) {
    return { error: 'INVALID_DOUBLE', message: `${text} was not a valid number.` };
  }
  if (type === 'bool' && text !== 'true' && text !== 'false') {
    return { error: 'INVALID_OPTION', message: `${text} was not one of the allowed options: [true, false]` };
  }
  if ((type === 'date' || type === 'datetime') && Number.isNaN(instantOf(text))) {
    return { error: 'INVALID_DATE', message: `${text} was not a valid date.` };
  }
  const allowed =
    name === 'dealstage' ? dealPipeline.stages.map(({ id }) => id) : name === 'pipeline' ? ['default'] : options;
  if (allowed.length > 0 && !allowed.includes(text)) {
    return { error: 'INVALID_OPTION', message: `${text} was not one of the allowed options: [${allowed.join(', ')}]` };
  }
  return undefined;
}

function stored(property: Property | undefined, text: string): string {
  if (property?.type === 'datetime') return new Date(instantOf(text)).toISOString();
  if (property?.type === 'date') return new Date(instantOf(text)).toISOString().slice(0, 10);
  return text;
}

/** Milliseconds since 1970, or an ISO text. */
export const instantOf = (text: string): number => (/^-?\d+$/.test(text) ? Number(text) : Date.parse(text));

/** What HubSpot itself fills in. Pages: Deals; Line items. */
export function derived(
  type: ObjectType,
  values: Properties,
  productOf: (id: string) => Properties | undefined,
): Properties {
  if (type.name === 'deals') {
    const stage = dealPipeline.stages.find(({ id }) => id === values['dealstage']);
    const probability = stage?.metadata.probability ?? null;
    return {
      ...values,
      pipeline: values['pipeline'] ?? 'default',
      hs_is_closed: stage?.metadata.isClosed ?? 'false',
      hs_is_closed_won: String(probability === '1.0'),
      hs_deal_stage_probability: probability,
    };
  }
  if (type.name !== 'line_items') return values;
  const product = productOf(values['hs_product_id'] ?? '');
  const filled = { ...product, ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) };
  const [quantity, price] = [Number(filled['quantity'] ?? 1), Number(filled['price'] ?? 0)];
  const share = 1 - Number(filled['hs_discount_percentage'] ?? 0) / 100;
  return {
    ...filled,
    amount: String(Number((quantity * (price - Number(filled['discount'] ?? 0)) * share).toFixed(6))),
  };
}
