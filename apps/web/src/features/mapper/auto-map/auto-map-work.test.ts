import { expect, test } from 'vitest';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { AutoMapWork, type AutoMapRequest } from './auto-map-work.ts';

const text: JsonSchema = { type: 'string' };
const source: JsonSchema = {
  type: 'object',
  properties: {
    Name: text,
    Practice__c: text,
    Lines: { type: 'array', items: { type: 'object', properties: { Name: text, Code: text } } },
  },
};
const target: JsonSchema = {
  type: 'object',
  properties: {
    name: text,
    costCentre: text,
    lines: { type: 'array', items: { type: 'object', properties: { name: text, code: text } } },
  },
};
const request = (more: Partial<AutoMapRequest> = {}): AutoMapRequest => ({
  text: '',
  shapes: JSON.stringify({ source, target }),
  samples: '[]',
  input: JSON.stringify({ Name: 'Rail', Lines: [{ Name: 'Design' }, { Name: 'Build' }] }),
  bindings: '{}',
  earlier: '[]',
  valueMaps: '{}',
  ...more,
});
const targetsOf = (more: Partial<AutoMapRequest>) =>
  new AutoMapWork().propose(request(more)).proposals.map(({ target: field }) => field.join('.'));

test('each proposal comes with the value that would arrive: in a list, that of its first item', () => {
  const { values, hasPlace } = new AutoMapWork().propose(request());
  expect({ values, hasPlace }).toEqual({
    values: {
      name: { kind: 'value', text: 'Rail' },
      'lines.name': { kind: 'value', text: 'Design' },
      'lines.code': { kind: 'nothing' },
    },
    hasPlace: true,
  });
});

test('what earlier mappings do is proposed with their name', () => {
  const earlier = JSON.stringify([{ name: 'Deal to contract', text: '{ "costCentre": deal.Practice__c }' }]);
  const { proposals } = new AutoMapWork().propose(request({ earlier }));
  expect(proposals.find(({ target: [name] }) => name === 'costCentre')?.reasons).toEqual([
    'Mapped like this in “Deal to contract”.',
  ]);
});

test('what the text sets is not proposed', () => {
  expect(targetsOf({ text: '{ "name": "x" }' })).toEqual(['lines']);
});

test('nothing is proposed for a text that builds no object', () => {
  expect(new AutoMapWork().propose(request({ text: 'Lines' }))).toEqual({
    text: 'Lines',
    proposals: [],
    values: {},
    hasPlace: false,
  });
});
