import type { JsonSchema } from '../../../src/connector/json-schema.ts';

export const text = { type: 'string' } as const;
export const number = { type: 'number' } as const;
export const decimal = { type: 'string', pattern: '^-?(0|[1-9]\\d*)(\\.\\d+)?$' } as const;
export const money: JsonSchema = {
  type: 'object',
  properties: { amount: { ...decimal, 'x-unit': 'major' }, currency: { type: 'string', pattern: '^[A-Z]{3}$' } },
  required: ['amount', 'currency'],
  additionalProperties: false,
};
const line: JsonSchema = {
  type: 'object',
  title: 'Line',
  properties: { name: text, quantity: decimal, price: number, phase: text },
  required: ['name', 'quantity', 'price'],
  additionalProperties: false,
};
/** The input of the tests: an order. */
export const source: JsonSchema = {
  type: 'object',
  title: 'Order',
  properties: {
    id: text,
    note: text,
    amount: number,
    total: money,
    kind: { enum: ['sale', 'lease', 'gift'] },
    closedOn: { type: 'string', format: 'date' },
    changedAt: { type: 'string', format: 'date-time' },
    isOpen: { type: 'boolean' },
    hours: { ...decimal, 'x-unit': 'hour' },
    minutes: { type: 'integer', 'x-unit': 'minute' },
    share: { type: 'number', 'x-unit': 'fraction' },
    nickname: { type: ['string', 'null'] },
    account: { type: 'object', title: 'Account', properties: { name: text, country: text } },
    lines: { type: 'array', items: line },
  },
  required: [
    'id',
    'amount',
    'total',
    'kind',
    'closedOn',
    'changedAt',
    'isOpen',
    'hours',
    'minutes',
    'share',
    'nickname',
    'account',
    'lines',
  ],
  additionalProperties: false,
};
/** A target with these fields and no others. */
export const target = (
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
