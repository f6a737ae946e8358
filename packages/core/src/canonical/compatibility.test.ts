import { describe, expect, test } from 'vitest';
import { compareSchemas } from './compatibility.ts';
import { entityJsonSchema, type EntityJsonSchema } from './entity-json-schema.ts';
import { entityNames } from './registry.ts';

const base: EntityJsonSchema = {
  type: 'object',
  title: 'Order',
  description: 'An order.',
  additionalProperties: false,
  required: ['id', 'status'],
  properties: {
    id: { type: 'string', maxLength: 40 },
    status: { type: 'string', enum: ['open', 'closed'] },
    note: { type: 'string' },
    lines: {
      type: 'array',
      items: { type: 'object', properties: { quantity: { type: 'string', pattern: '^\\d+$' } } },
    },
  },
};

function withProperties(
  properties: Record<string, EntityJsonSchema>,
  required = base.required ?? [],
): EntityJsonSchema {
  return { ...base, required, properties: { ...base.properties, ...properties } };
}

test.each(entityNames)('%s is compatible with itself', (name) => {
  const schema = entityJsonSchema(name);
  expect(compareSchemas(schema, structuredClone(schema))).toEqual({ isBreaking: false, bump: undefined, changes: [] });
});

describe('compatible', () => {
  test('a new optional field is a minor step', () => {
    expect(compareSchemas(base, withProperties({ 'a/b': { type: 'string' } }))).toEqual({
      isBreaking: false,
      bump: 'minor',
      changes: [
        {
          pointer: '/properties/a~1b',
          kind: 'field-added',
          isBreaking: false,
          sentence: 'The field "a/b" is new and optional: nothing has to change.',
        },
      ],
    });
  });

  test('a change of wording is a patch', () => {
    expect(compareSchemas(base, { ...base, description: 'A sales order.' })).toEqual({
      isBreaking: false,
      bump: 'patch',
      changes: [
        {
          pointer: '',
          kind: 'wording-changed',
          isBreaking: false,
          sentence: 'The record has another title or description; its data is the same.',
        },
      ],
    });
  });

  test('widening a limit or opening a record is a minor step', () => {
    const newer = { ...withProperties({ id: { type: 'string', maxLength: 80 } }), additionalProperties: true };
    expect(compareSchemas(base, newer)).toEqual({
      isBreaking: false,
      bump: 'minor',
      changes: [
        {
          pointer: '',
          kind: 'opened',
          isBreaking: false,
          sentence: 'The record now allows fields that are not described.',
        },
        {
          pointer: '/properties/id',
          kind: 'limit-loosened',
          isBreaking: false,
          sentence: 'The field "id": longest length was 40 and is 80; what was accepted still is.',
        },
      ],
    });
  });
});

const { note: _note, ...withoutNote } = base.properties ?? {};

describe('breaking', () => {
  test.each<[string, EntityJsonSchema, object]>([
    [
      'a field that is gone',
      { ...base, properties: withoutNote },
      {
        pointer: '/properties/note',
        kind: 'field-removed',
        sentence: 'The field "note" is gone: mappings that read it find nothing, and those that write it are refused.',
      },
    ],
    [
      'a new required field',
      withProperties({ country: { type: 'string' } }, ['id', 'status', 'country']),
      {
        pointer: '/properties/country',
        kind: 'field-added',
        sentence: 'The field "country" is new and required: mappings that write the entity do not fill it.',
      },
    ],
    [
      'a field that became required',
      withProperties({}, ['id', 'status', 'note']),
      {
        pointer: '/properties/note',
        kind: 'field-required',
        sentence: 'The field "note" became required: mappings that leave it out are refused.',
      },
    ],
    [
      'a field that became optional',
      withProperties({}, ['id']),
      {
        pointer: '/properties/status',
        kind: 'field-optional',
        sentence: 'The field "status" became optional: mappings that read it may find nothing.',
      },
    ],
    [
      'another type',
      withProperties({ note: { type: ['string', 'null'] } }),
      {
        pointer: '/properties/note',
        kind: 'type-changed',
        sentence:
          'The field "note" changed from string to string or null: everything that writes or reads it must change.',
      },
    ],
    [
      'a value that is gone',
      withProperties({ status: { type: 'string', enum: ['open'] } }),
      {
        pointer: '/properties/status',
        kind: 'value-removed',
        sentence: 'The field "status" no longer takes "closed": mappings that write it are refused.',
      },
    ],
    [
      'a new value',
      withProperties({ status: { type: 'string', enum: ['open', 'closed', 'held'] } }),
      {
        pointer: '/properties/status',
        kind: 'value-added',
        sentence: 'The field "status" now also takes "held": mappings that read it do not know that value yet.',
      },
    ],
    [
      'a tighter limit',
      withProperties({ id: { type: 'string', maxLength: 18 } }),
      {
        pointer: '/properties/id',
        kind: 'limit-tightened',
        sentence: 'The field "id": longest length was 40 and is 18; values accepted before may be refused.',
      },
    ],
    [
      'a limit where there was none',
      withProperties({ note: { type: 'string', minLength: 1 } }),
      {
        pointer: '/properties/note',
        kind: 'limit-tightened',
        sentence: 'The field "note": shortest length was not limited and is 1; values accepted before may be refused.',
      },
    ],
    [
      'another format, deep inside a list',
      withProperties({
        lines: {
          type: 'array',
          items: { type: 'object', properties: { quantity: { type: 'string', pattern: '^\\d$' } } },
        },
      }),
      {
        pointer: '/properties/lines/items/properties/quantity',
        kind: 'format-changed',
        sentence: 'The field "quantity" has another format: values accepted before may be refused.',
      },
    ],
    [
      'a fixed choice given up',
      withProperties({ status: { type: 'string' } }),
      {
        pointer: '/properties/status',
        kind: 'value-added',
        sentence: 'The field "status" now takes any value: mappings that read it may meet one they do not know.',
      },
    ],
    [
      'something that cannot be compared',
      withProperties({ note: { type: 'string', const: 'x' } }),
      {
        pointer: '/properties/note',
        kind: 'not-comparable',
        sentence: 'The field "note" changed in a way that cannot be compared, so it counts as breaking.',
      },
    ],
  ])('%s is a major step', (_title, newer, change) => {
    expect(compareSchemas(base, newer)).toEqual({
      isBreaking: true,
      bump: 'major',
      changes: [{ isBreaking: true, ...change }],
    });
  });

  test('closing a record is breaking, and breaking changes come first', () => {
    const open = { ...base, additionalProperties: true };
    const newer = withProperties({ extra: { type: 'string' } }, ['id', 'status', 'note']);
    const { changes } = compareSchemas(open, newer);
    expect(changes.map(({ kind, isBreaking }) => ({ kind, isBreaking }))).toEqual([
      { kind: 'closed', isBreaking: true },
      { kind: 'field-required', isBreaking: true },
      { kind: 'field-added', isBreaking: false },
    ]);
  });
});
