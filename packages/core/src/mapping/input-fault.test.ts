import { expect, test } from 'vitest';
import { sampleCatalog } from '../../testing/flow/sample-catalog.ts';
import type { SchemaRef } from './document.ts';
import { describeSchemaRef, inputFault, outputFault } from './input-fault.ts';

const sources = {
  catalog: sampleCatalog,
  entities: {
    person: {
      current: '1.0.0',
      versions: {
        '1.0.0': {
          type: 'object',
          required: ['id', 'name'],
          properties: { id: { type: 'string' }, name: { type: 'string' }, age: { type: 'number' } },
        },
      },
    },
  },
} as const;

const deal: SchemaRef = { kind: 'object', system: 'sales', object: 'Deal' };
const person: SchemaRef = { kind: 'entity', entity: 'person' };
const both: SchemaRef = { kind: 'bundle', parts: { deal, people: { list: person } } };

test.each<[unknown, SchemaRef, string | undefined]>([
  [undefined, { kind: 'any' }, undefined],
  [undefined, deal, 'is empty'],
  [null, deal, 'is empty'],
  ['006', deal, 'is text'],
  [[{ Id: '006' }], deal, 'is a list'],
  [{ recordId: '006', changes: {} }, deal, 'has none of its fields'],
  [{ Id: '006', Own__x: 1 }, deal, undefined],
  [{ id: '1' }, person, 'has no name'],
  [{}, person, 'has no id or name'],
  [{ id: '1', name: 'A', more: 1 }, person, undefined],
  [{ id: '1', name: 'A', age: 'old' }, person, 'is wrong at age, which must be number, not string'],
  [{ id: 1, effect: 'created' }, both, 'has no deal or people'],
  [{ deal: { Id: '006' } }, both, undefined],
  [{ deal: { effect: 'created' } }, both, 'is wrong at deal, which has none of its fields'],
  [{ people: { id: '1', name: 'A' } }, both, 'is wrong at people, which is not a list'],
  [{ people: [{ id: '1', name: 'A' }, { id: '2' }] }, both, 'is wrong at people, which has no name'],
])('%j for %j: %s', (input, ref, fault) => {
  expect(inputFault(input, ref, sources)).toBe(fault);
});

test.each<[unknown, SchemaRef, string | undefined]>([
  [{ id: 1 }, { kind: 'any' }, undefined],
  [{ effect: 'created' }, deal, undefined],
  [undefined, person, undefined],
  [null, person, undefined],
  [{ id: '1' }, person, undefined],
  [{ id: '1', name: null }, person, undefined],
  ['1', person, 'is text'],
  [[{ id: '1' }, { id: '2' }], person, undefined],
  [[{ id: '1' }, { id: 2 }], person, 'is wrong at id, which must be string, not number'],
  [{ id: '1', name: 'A', age: 'old' }, person, 'is wrong at age, which must be number, not string'],
])('%j as a result for %j: %s', (output, ref, fault) => {
  expect(outputFault(output, ref, sources)).toBe(fault);
});

test('a shape is described in a few words', () => {
  expect([deal, person, both, { kind: 'any' } as const].map((ref) => describeSchemaRef(ref, sources))).toEqual([
    'Sample Sales Deal',
    'the entity person',
    'an object of deal and people',
    'anything',
  ]);
});
