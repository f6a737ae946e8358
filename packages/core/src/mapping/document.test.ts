import { expect, test } from 'vitest';
import { mappingDocument, type MappingDocument } from './document.ts';
import { valueMapTable } from './value-map-table.ts';

const document: MappingDocument = {
  format: 1,
  text: '{ "name": opportunity.Name }',
  source: {
    kind: 'bundle',
    parts: {
      opportunity: { kind: 'object', system: 'salesforce', object: 'Opportunity' },
      lines: { list: { kind: 'object', system: 'salesforce', object: 'OpportunityLineItem' } },
    },
  },
  target: { kind: 'entity', entity: 'contract', version: '1.0.0' },
  tests: [{ name: 'a plain deal', input: { opportunity: { Name: 'Deal' } }, expected: { name: 'Deal' } }],
};

test('a mapping document of format 1 parses to itself', () => {
  expect(mappingDocument.parse(document)).toEqual(document);
});

test('unknown members, kinds and formats are refused with their path', () => {
  const result = mappingDocument.safeParse({ ...document, format: 2, source: { kind: 'table' }, extra: true });
  expect(result.error?.issues.map(({ code, path }) => ({ code, path }))).toEqual([
    { code: 'invalid_value', path: ['format'] },
    { code: 'invalid_union', path: ['source', 'kind'] },
    { code: 'unrecognized_keys', path: [] },
  ]);
});

test('a value map document becomes a table, its fallback under the star', () => {
  const entries = [
    { key: 'HP-UK', value: '2' },
    { key: 'HP-DE', value: '3' },
  ];
  expect(valueMapTable({ entries })).toEqual({ 'HP-UK': '2', 'HP-DE': '3' });
  expect(valueMapTable({ entries, fallback: null })).toEqual({ '*': null, 'HP-UK': '2', 'HP-DE': '3' });
});
