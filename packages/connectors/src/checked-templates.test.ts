import { flowSchema, valueMapSchema } from '@throughline/core/flow';
import { validateFlow } from '@throughline/core/flow/validate';
import { checkMapping, lineageOf } from '@throughline/core/mapping/analysis';
import { mappingDocument } from '@throughline/core/mapping/document';
import { entitySchemas } from '@throughline/core/mapping/entity-schemas';
import { resolveSchema } from '@throughline/core/mapping/resolve-schema';
import { templates } from '@throughline/core/templates';
import { describe, expect, it } from 'vitest';
import { connectorCatalog } from './catalog.ts';

const sources = { catalog: connectorCatalog, entities: entitySchemas };

const mappings = templates.flatMap(({ definitions }) =>
  definitions.flatMap((definition) => {
    if (definition.kind !== 'mapping') return [];
    const { text, source, target } = definition.document;
    const shapes = { source: resolveSchema(source, sources).schema, target: resolveSchema(target, sources).schema };
    return [{ key: definition.key, text, shapes }];
  }),
);

/**
 * This finding is true and intended: a value that is in no value map is left out, and the flow's check step reports it
 * together with everything else.
 */
const expected: Readonly<Record<string, readonly string[]>> = {
  'salesforce-opportunity-to-contract': [
    'warning POSSIBLY_EMPTY $type',
    'warning POSSIBLY_EMPTY $valueMap("billing-model", opportunity.Billing_Model__c, null)',
    'warning POSSIBLY_EMPTY $valueMap("payment-days", opportunity.Billing_Terms__c, null)',
  ],
};

describe.each(mappings)('mapping $key', ({ key, text, shapes }) => {
  it('reports no false problems', () => {
    const problems = checkMapping(text, shapes).map(
      ({ code, severity, range }) => `${severity} ${code} ${text.slice(range.start, range.end)}`,
    );
    expect(problems).toEqual(expected[key] ?? []);
  });

  it('says where each target field comes from', () => {
    const rows = lineageOf(text, shapes);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ isComplete }) => !isComplete)).toEqual([]);
  });
});

it('explains the amount of a contract completely', () => {
  const contract = mappings.find(({ key }) => key === 'salesforce-opportunity-to-contract');
  const rows = lineageOf(contract?.text ?? '', contract?.shapes).flatMap(({ target, sources: uses }) => {
    const name = target.map((segment) => (segment.kind === 'name' ? segment.name : segment.kind)).join('.');
    if (!name.startsWith('totalAmount.amount')) return [];
    return uses.map(({ path, via, through }) => [
      path.map((segment) => (segment.kind === 'name' ? segment.name : segment.kind)).join('.'),
      via,
      through,
    ]);
  });
  expect(rows).toEqual([
    ['opportunity.lines.item.TotalPrice', 'function', 'money'],
    ['opportunity.CurrencyIsoCode', 'function', 'money'],
  ]);
});

it('no shipped flow has a problem, so any warning a person sees is about their own edit', () => {
  const all = templates.flatMap(({ definitions }) => definitions);
  const keyed = (kind: string): [string, unknown][] =>
    all.flatMap((definition) => (definition.kind === kind ? [[definition.key, definition.document]] : []));
  const context = {
    ...sources,
    mappings: Object.fromEntries(keyed('mapping').map(([key, document]) => [key, mappingDocument.parse(document)])),
    valueMaps: Object.fromEntries(keyed('value-map').map(([key, document]) => [key, valueMapSchema.parse(document)])),
    flows: Object.fromEntries(keyed('flow').map(([key, document]) => [key, flowSchema.parse(document)])),
    connections: ['salesforce', 'netsuite', 'kantata'].map((key) => ({ key, system: key })),
  };
  const problems = keyed('flow').flatMap(([flowKey, document]) => validateFlow(document, { ...context, flowKey }));
  expect(problems).toEqual([]);
});

it('a condition on a field that the record of a shipped system does not have is reported, with the field meant', () => {
  const told = (when: string) =>
    validateFlow(
      {
        format: 2,
        trigger: { kind: 'webhook', name: 'A contact changes', connection: 'salesforce', object: 'Contact' },
        body: [
          {
            id: 'branch',
            kind: 'branch',
            name: 'Branch',
            config: { cases: [{ slot: 'case1', title: 'Case 1', when }] },
            bodies: { case1: [], otherwise: [] },
          },
        ],
      },
      {
        ...sources,
        mappings: {},
        valueMaps: {},
        flows: {},
        connections: [{ key: 'salesforce', system: 'salesforce' }],
      },
    ).flatMap(({ code, severity, message }) => (code === 'EMPTY_BODY' ? [] : [`${severity}: ${message}`]));
  expect(told('$trigger.Titel = "CFO 1"')).toEqual(['warning: $trigger has no field Titel. Did you mean Title?']);
  expect(told('$trigger.Title = "CFO 1"')).toEqual([]);
  expect(told('$trigger.Own_Field__c = "CFO 1"')).toEqual([]);
  expect(told('"yes"')).toEqual([
    'warning: This condition is always true. Use data in it, such as a field of $trigger.',
  ]);
});
