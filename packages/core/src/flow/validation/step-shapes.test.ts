import { describe, expect, test } from 'vitest';
import { edited, type Edits } from '../../../testing/flow/problem-case.ts';
import { sampleContext, validFlow } from '../../../testing/flow/sample-flow.ts';
import { mappingDocument } from '../../mapping/document.ts';
import { validateFlow } from '../validate.ts';
import type { ValidationContext } from '../validation-context.ts';

const mapping = (text: string, source: unknown, target: unknown = { kind: 'any' }) =>
  mappingDocument.parse({ format: 1, text, source, target, tests: [] });

const deal = { kind: 'object', system: 'sales', object: 'Deal' };
const customer = { kind: 'object', system: 'ledger', object: 'customer' };
const built = '{ "companyName": Name, "subsidiary": { "id": "1" } }';

const context: ValidationContext = {
  ...sampleContext,
  entities: {
    ...sampleContext.entities,
    closed: {
      current: '1.0.0',
      versions: {
        '1.0.0': {
          type: 'object',
          required: ['code', 'name'],
          properties: { code: { type: 'string' }, name: { type: 'string' } },
          additionalProperties: false,
        },
      },
    },
    party: {
      current: '1.0.0',
      versions: {
        '1.0.0': { type: 'object', required: ['code'], properties: { code: { type: 'string' } } },
      },
    },
  },
  mappings: {
    'from-deal': mapping(built, deal, customer),
    'from-party': mapping('{ "companyName": code }', { kind: 'entity', entity: 'party' }),
    'from-parts': mapping('{ "companyName": deal.Name }', { kind: 'bundle', parts: { deal, other: { kind: 'any' } } }),
    'to-party': mapping('{ "code": Id }', deal, { kind: 'entity', entity: 'party' }),
    'other-party': mapping('{ "code": 5, "colour": "red" }', deal, { kind: 'entity', entity: 'closed' }),
    'half-party': mapping('{ }', deal, { kind: 'entity', entity: 'party' }),
    'wrong-type': mapping('{ "companyName": 5, "subsidiary": { "id": "1" } }', deal, customer),
    'sets-id': mapping('{ "Id": Id, "Name": 5 }', deal, deal),
    'list-for-one': mapping('{ "companyName": [Name, Id], "subsidiary": { "id": "1" } }', deal, customer),
  },
};

const told = (edits: Edits): string[] =>
  validateFlow(edited(validFlow(), { '/body/3/config/mapping': 'from-deal', ...edits }), context).map(
    ({ severity, code, message }) => `${severity} ${code}: ${message}`,
  );

/** A map step at the end of the flow, fed with an expression. */
const fed = (key: string, input: string): string[] =>
  told({ '/body/-': { id: 'shape', kind: 'map', name: 'Shape', config: { mapping: key, input } } });

describe('the input of a mapping', () => {
  test.each([
    ['from-deal', '$trigger'],
    ['from-deal', '$steps.readDeal'],
    ['from-deal', '$flow.anything'],
    ['from-deal', '{ "Name": $trigger.Account.Name }'],
    ['from-parts', '{ "deal": $steps.readDeal }'],
    ['from-party', '$merge([$trigger, { "code": "1" }])'],
  ])('%s takes %s', (key, input) => {
    expect(fed(key, input)).toEqual([]);
  });

  test.each([
    [
      'from-deal',
      '$steps.writeCustomer',
      'error SCHEMA_MISMATCH: "Shape" gives the mapping "from-deal" { id, effect, externalId, error }, but it is made for Sample Sales Deal: it reads Name, which is not there. Choose other data, or another mapping.',
    ],
    [
      'from-deal',
      '{ "companyName": $trigger.Name }',
      'error SCHEMA_MISMATCH: "Shape" gives the mapping "from-deal" { companyName }, but it is made for Sample Sales Deal: it reads Name, which is not there. Choose other data, or another mapping.',
    ],
    [
      'from-deal',
      '"a text"',
      'error SCHEMA_MISMATCH: "Shape" gives the mapping "from-deal" "a text", but it is made for Sample Sales Deal: it takes an object. Choose other data, or another mapping.',
    ],
    [
      'from-party',
      '{ "name": $trigger.Name }',
      'error SCHEMA_MISMATCH: "Shape" gives the mapping "from-party" { name }, but it is made for the entity party: it reads code, which is not there. Choose other data, or another mapping.',
    ],
    [
      'from-parts',
      '$steps.readDeal',
      'error SCHEMA_MISMATCH: "Shape" gives the mapping "from-parts" object, but it is made for an object of deal and other: it reads deal, which is not there. Choose other data, or another mapping.',
    ],
  ])('%s does not take %s', (key, input, problem) => {
    const [found, ...others] = fed(key, input);
    expect([found?.replace(/\{ Id, Name, [^}]*\}|Deal(?=, but)/, 'object'), ...others]).toEqual([problem]);
  });

  test('a list is distinguished from one of its items', () => {
    expect(fed('from-deal', '$steps.readDeal.lines')).toEqual([
      expect.stringMatching(/^error SCHEMA_MISMATCH: .+: it takes one at a time\. Choose other data/),
    ]);
  });
});

describe('the input of a mapping inside loops', () => {
  const inLoop = (key: string, input: string, items: string, around: readonly string[] = []): string[] => {
    const shape = { id: 'shape', kind: 'map', name: 'Shape', config: { mapping: key, input } };
    const loops = [...around, items].reduceRight<object>(
      (inner, list, depth) => ({
        id: `loop${depth}`,
        kind: 'for-each',
        name: `Loop ${depth}`,
        config: { items: list },
        bodies: { each: [inner] },
      }),
      shape,
    );
    return told({ '/body/-': loops });
  };

  test('an item of another shape is reported', () => {
    expect(inLoop('from-deal', '$item', '$steps.readDeal.lines')).toEqual([
      expect.stringMatching(
        /^error SCHEMA_MISMATCH: "Shape" gives the mapping "from-deal" .+: it reads Name, which is not there/,
      ),
    ]);
    expect(inLoop('from-party', '$item', '[{ "name": $trigger.Name }]')).toEqual([
      expect.stringMatching(/^error SCHEMA_MISMATCH: .+ it reads code, which is not there/),
    ]);
  });

  test('an item of the right shape or of an unknown shape is not reported', () => {
    expect(inLoop('from-deal', '$item', '[$trigger, $steps.readDeal]')).toEqual([]);
    expect(inLoop('from-party', '$item', '$trigger.{ "code": Id }')).toEqual([]);
    expect(inLoop('from-party', '$item', '$flow.anything')).toEqual([]);
  });

  test('an inner loop over a list of the outer item is followed', () => {
    expect(inLoop('from-party', '$item', '$item.parts', ['[{ "parts": [{ "code": "1" }] }]'])).toEqual([]);
    expect(inLoop('from-party', '$item', '$item.parts', ['[{ "parts": [{ "name": "1" }] }]'])).toEqual([
      expect.stringMatching(/^error SCHEMA_MISMATCH: .+ it reads code, which is not there/),
    ]);
  });
});

describe('the entity that a map step gives', () => {
  test('a mapping that gives the entity has no problem', () => {
    expect(fed('to-party', '$trigger')).toEqual([]);
  });

  test('fields of the wrong type, unknown fields and missing fields are reported', () => {
    const of = (key: string, entity: string): string =>
      `The mapping "${key}" of "Shape" does not fit the entity ${entity}:`;
    expect(fed('other-party', '$trigger')).toEqual([
      `warning MISSING_REQUIRED_FIELD: ${of('other-party', 'closed')} The target requires “name”, and the mapping does not set it.`,
      `error SCHEMA_MISMATCH: ${of('other-party', 'closed')} “code” takes text, and this is 5.`,
      `warning UNKNOWN_FIELD: ${of('other-party', 'closed')} The target has no field “colour”. There are: name.`,
    ]);
    expect(fed('half-party', '$trigger')).toEqual([
      `warning MISSING_REQUIRED_FIELD: ${of('half-party', 'party')} The target requires “code”, and the mapping does not set it.`,
    ]);
  });
});

test('a field that a system sets itself is reported where the record is built, and nothing else of an object is', () => {
  expect(fed('sets-id', '$trigger')).toEqual([
    'error READ_ONLY_FIELD: The mapping "sets-id" of "Shape" does not fit Sample Sales Deal: The target sets “Id” by itself. Leave it out.',
  ]);
});

describe('the record that a write builds', () => {
  test('a field of the wrong type is reported', () => {
    expect(told({ '/body/3/config/mapping': 'wrong-type' })).toEqual([
      expect.stringMatching(
        /^error SCHEMA_MISMATCH: The mapping "wrong-type" of "Write customer" does not fit customer: “companyName” /,
      ),
    ]);
  });

  test('a list where one value belongs is reported', () => {
    expect(told({ '/body/3/config/mapping': 'list-for-one' })).toEqual([
      expect.stringMatching(/^error SCHEMA_MISMATCH: .+ “companyName” takes one value/),
    ]);
  });

  test('required fields that a record of another shape lacks are reported one by one', () => {
    expect(
      told({
        '/body/3/config/mapping': undefined,
        '/body/3/config/input': undefined,
        '/body/3/config/record': '$steps.party',
        '/body/+3': { id: 'party', kind: 'map', name: 'Party', config: { mapping: 'to-party', input: '$trigger' } },
      }).filter((line) => line.includes('MISSING_REQUIRED_FIELD')),
    ).toEqual([
      'error MISSING_REQUIRED_FIELD: The record of "Write customer" leaves out "companyName", which customer needs. Add it.',
      'error MISSING_REQUIRED_FIELD: The record of "Write customer" leaves out "subsidiary", which customer needs. Add it.',
    ]);
  });
});
