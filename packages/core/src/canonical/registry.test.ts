import { describe, expect, test } from 'vitest';
import { entityJsonSchema, type EntityJsonSchema } from './entity-json-schema.ts';
import { entities, entityNames, entityOf, isEntityName } from './registry.ts';

test('the registry holds every business entity of the story', () => {
  expect(entityNames).toEqual([
    'customer',
    'opportunity',
    'contract',
    'project',
    'resource',
    'role',
    'rate-card',
    'assignment',
    'time-entry',
    'expense',
    'billing-schedule',
    'billing-event',
    'invoice',
    'payment-status',
    'legal-entity',
    'financial-dimension',
    'tax-code',
    'currency',
  ]);
  expect([isEntityName('contract'), isEntityName('toString'), isEntityName('deal')]).toEqual([true, false, false]);
});

const versions = entityNames.flatMap((name) =>
  Object.entries(entityOf(name).versions).map(([version, shape]) => ({ name, version, shape })),
);

describe.each(versions)('$name $version', ({ name, version, shape }) => {
  test('its example parses to itself', () => {
    expect(shape.schema.parse(shape.example)).toEqual(shape.example);
  });

  test('it refuses unknown fields', () => {
    const stranger = { ...(shape.example as object), surprise: true };
    expect(shape.schema.safeParse(stranger).error?.issues.map(({ code }) => code)).toEqual(['unrecognized_keys']);
  });

  test('every field has a title and a sentence', () => {
    expect(undescribed(entityJsonSchema(name, version), '')).toEqual([]);
  });

  test('amounts, quantities and rates are never JSON numbers', () => {
    expect(numbers(entityJsonSchema(name, version), '')).toEqual([]);
  });
});

test('every entity has a title, a sentence and a current version that exists', () => {
  for (const { title, description, current, versions: shapes } of Object.values(entities)) {
    expect(title).toMatch(/^[A-Z]/);
    expect(description).toMatch(/^[A-Z].*\.$/);
    expect(Object.keys(shapes)).toContain(current);
  }
});

test('the JSON Schema is 2020-12, closed, and names its entity and version', () => {
  const {
    $schema,
    $id,
    properties: _,
    ...rest
  } = entityJsonSchema('currency') as EntityJsonSchema & Record<string, unknown>;
  expect({ $schema, $id, ...rest }).toEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:throughline:currency:1.0.0',
    type: 'object',
    title: 'Currency',
    description: 'A currency we sell, invoice or keep books in.',
    required: ['id', 'code', 'name', 'minorUnitDigits', 'isActive'],
    additionalProperties: false,
  });
  expect(() => entityJsonSchema('currency', '9.0.0')).toThrow('has no version 9.0.0; it has 1.0.0');
});

test.each([
  ['a number as amount', { amount: 12.5, currency: 'GBP' }],
  ['thousands separators', { amount: '1,250.00', currency: 'GBP' }],
  ['an exponent', { amount: '1e3', currency: 'GBP' }],
  ['a currency in small letters', { amount: '12.50', currency: 'gbp' }],
])('money refuses %s', (_title, totalAmount) => {
  const { schema, example } = entities.contract.versions['1.0.0'];
  expect(schema.safeParse({ ...example, totalAmount }).success).toBe(false);
});

function undescribed(schema: EntityJsonSchema, pointer: string): string[] {
  const isComplete = /^[A-Z]/.test(schema.title ?? '') && /^[A-Z].*\.$/s.test(schema.description ?? '');
  return [
    ...(isComplete ? [] : [pointer]),
    ...children(schema, pointer).flatMap(([child, at]) => undescribed(child, at)),
  ];
}

/** Whole numbers are allowed where something is counted. */
function numbers(schema: EntityJsonSchema, pointer: string): string[] {
  return [
    ...(schema.type === 'number' ? [pointer] : []),
    ...children(schema, pointer).flatMap(([child, at]) => numbers(child, at)),
  ];
}

function children(schema: EntityJsonSchema, pointer: string): [EntityJsonSchema, string][] {
  const fields = Object.entries(schema.properties ?? {}).map(([name, child]): [EntityJsonSchema, string] => [
    child,
    `${pointer}/${name}`,
  ]);
  return schema.items === undefined ? fields : [...fields, [schema.items, `${pointer}/[]`]];
}
