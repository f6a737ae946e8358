import { expect, test } from 'vitest';
import type { JsonSchema } from '../../connector/json-schema.ts';
import { none, one } from './count.ts';
import { typesOfSchema } from './schema-type.ts';
import { typeText } from './type-text.ts';
import { valueOf, type Value } from './value.ts';

/** The readable type of a value; for objects, the types of the fields. */
const shown = (value: Value): unknown => {
  const [type] = value.types;
  if (value.types.length !== 1 || type?.kind !== 'object') return typeText(value);
  const fields = Object.fromEntries([...type.fields].map(([name, field]) => [name, shown(field.value)]));
  return { ...fields, ...(type.rest && { '…': shown(type.rest) }) };
};

const decimal = '^-?(0|[1-9]\\d*)(\\.\\d+)?$';

test.each<[string, JsonSchema, unknown]>([
  ['nothing said', {}, 'anything'],
  ['simple types', { type: 'integer' }, 'whole number'],
  ['several types', { type: ['string', 'null'] }, 'text or null'],
  ['choices', { enum: ['a', 'b', 1, null] }, '"a" or "b" or 1 or null'],
  ['constants', { const: true }, 'true'],
  ['formats', { type: 'string', format: 'date-time' }, 'instant'],
  ['patterns that take decimals', { type: 'string', pattern: decimal }, 'decimal text'],
  ['patterns of currencies', { type: 'string', pattern: '^[A-Z]{3}$' }, 'currency code'],
  ['patterns of ids', { type: 'string', pattern: '^[0-9]+$' }, 'text'],
  ['patterns that are none', { type: 'string', pattern: '(' }, 'text'],
  ['units', { type: 'number', 'x-unit': 'minute' }, 'number (minutes)'],
  ['unions', { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'number' } }] }, 'text or list of number'],
  ['one of several', { oneOf: [{ type: 'number' }, { type: 'null' }] }, 'number or null'],
  ['tuples', { type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'number' } }, 'list of text or number'],
  ['lists of anything', { type: 'array' }, 'list of anything'],
  ['types that follow from keywords', { properties: { a: { type: 'string' } } }, { a: 'text' }],
  [
    'presence',
    { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } }, required: ['a'] },
    { a: 'text', b: 'text or nothing' },
  ],
  [
    'all of several',
    {
      allOf: [{ type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }, { $ref: '#/$defs/b' }],
      $defs: { b: { properties: { b: { type: 'number' } }, required: ['b'] } },
    },
    { a: 'text', b: 'number' },
  ],
  [
    'what unions share',
    { type: 'object', properties: { a: { type: 'string' } }, anyOf: [{ properties: { b: { type: 'number' } } }] },
    { a: 'text', b: 'number' },
  ],
  ['other fields', { type: 'object', additionalProperties: { type: 'number' } }, { '…': 'number or nothing' }],
  ['references', { $ref: '#/$defs/a~1b', $defs: { 'a/b': { type: 'string' } } }, 'text'],
  ['references to nothing', { $ref: '#/$defs/gone' }, 'anything'],
  ['references elsewhere', { $ref: 'https://example.org/x' }, 'anything'],
  ['references in a circle', { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/a' } } }, 'anything'],
])('%s', (_title, schema, expected) => {
  expect(shown(valueOf(typesOfSchema(schema)))).toEqual(expected);
});

test.each<[string, JsonSchema, number]>([
  ['may be empty without anybody saying so', { type: 'array' }, 8 | one | 4],
  ['holds something', { type: 'array', minItems: 1 }, one | 4],
  ['holds several', { type: 'array', minItems: 2 }, 4],
  ['holds one at most', { type: 'array', maxItems: 1 }, 8 | one],
  ['holds nothing', { type: 'array', maxItems: 0 }, none],
])('a list that %s', (_title, schema, expected) => {
  const [type] = typesOfSchema(schema);
  expect(type?.kind === 'list' && type.items.count).toBe(expected);
});
