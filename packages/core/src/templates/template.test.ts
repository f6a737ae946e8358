import { describe, expect, test } from 'vitest';
import { entities, isEntityName } from '../canonical/registry.ts';
import { flowSchema, valueMapSchema } from '../flow/definition.ts';
import { walkSteps } from '../flow/walk.ts';
import { kindOf } from '../flow/step.ts';
import { compileMapping } from '../mapping/compile-mapping.ts';
import { mappingDocument } from '../mapping/document.ts';
import { runMappingTests } from '../mapping/run-tests.ts';
import { valueMapNames } from '../mapping/value-map-names.ts';
import { valueMapTable } from '../mapping/value-map-table.ts';
import { templates } from './registry.ts';
import type { Template, TemplateDefinition } from './template.ts';

function ofKind<Kind extends TemplateDefinition['kind']>(template: Template, kind: Kind) {
  return template.definitions.filter(
    (definition): definition is Extract<TemplateDefinition, { kind: Kind }> => definition.kind === kind,
  );
}

describe.each(templates.map((template) => [template.key, template] as const))('template %s', (_key, template) => {
  const valueMaps = Object.fromEntries(
    ofKind(template, 'value-map').map(({ key, document }) => [key, valueMapTable(document)]),
  );
  const mappings = ofKind(template, 'mapping');
  const flows = ofKind(template, 'flow');

  test('keys are unique per kind, and everything has a name and a description', () => {
    const keys = template.definitions.map(({ kind, key }) => `${kind}:${key}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { name, description } of template.definitions) {
      expect(name).toMatch(/^\S/);
      expect(description).toMatch(/^[A-Z].*\.$/s);
    }
  });

  test.each(mappings.map((mapping) => [mapping.key, mapping] as const))(
    'mapping %s is a document',
    (_name, { document }) => {
      expect(mappingDocument.parse(document)).toEqual(document);
    },
  );

  test.each(mappings.map((mapping) => [mapping.key, mapping] as const))(
    'mapping %s passes its tests',
    async (_name, { document }) => {
      expect(document.tests.length).toBeGreaterThan(0);
      const outcomes = runMappingTests(document, { valueMaps });
      expect(outcomes.filter(({ status }) => status !== 'passed')).toEqual([]);
    },
  );

  test('value maps are documents without repeated keys', () => {
    for (const { document } of ofKind(template, 'value-map')) {
      expect(valueMapSchema.parse(document)).toEqual(document);
      expect(new Set(document.entries.map(({ key }) => key)).size).toBe(document.entries.length);
    }
  });

  test('every value map it names is in it, and every one in it is used', () => {
    const texts = [
      ...mappings.map(({ document }) => document.text),
      ...flows.flatMap(({ document }) =>
        [...walkSteps(flowSchema.parse(document).body)].flatMap(({ step }) =>
          kindOf(step)
            .expressions(step.config)
            .map(({ text }) => text),
        ),
      ),
    ];
    expect([...new Set(texts.flatMap((text) => valueMapNames(text)))].toSorted()).toEqual(
      Object.keys(valueMaps).toSorted(),
    );
  });

  test('records that mappings build for an entity fit the entity', () => {
    const complete = mappings.flatMap(({ key, document: { target, tests } }) =>
      target.kind === 'entity' && isEntityName(target.entity)
        ? tests.map(({ name, expected }) => ({ key, name, expected, entity: entities[target.entity as 'contract'] }))
        : [],
    );
    const misfits = complete.flatMap(({ key, name, expected, entity }) => {
      const parsed = entity.versions['1.0.0'].schema.safeParse(expected);
      return parsed.success ? [] : [`${key}: ${name}`];
    });
    expect(misfits).toEqual(['salesforce-opportunity-to-contract: a description only: what is missing stays missing']);
  });

  test.each(flows.map((flow) => [flow.key, flow] as const))(
    'flow %s is a document whose expressions can be read',
    (_name, { document }) => {
      const { body } = flowSchema.parse(document);
      for (const { step } of walkSteps(body)) {
        for (const { text } of kindOf(step).expressions(step.config)) compileMapping(text);
      }
    },
  );

  test('flows refer only to the template’s own definitions and to connections that it requires', () => {
    const named = flows.flatMap(({ document }) =>
      [...walkSteps(flowSchema.parse(document).body)].map(({ step }) => kindOf(step).references(step.config)),
    );
    const known = new Set(template.definitions.map(({ kind, key }) => `${kind}:${key}`));
    const unknown = named.flatMap(({ mapping, valueMap, flow }) =>
      [mapping && `mapping:${mapping}`, valueMap && `value-map:${valueMap}`, flow && `flow:${flow}`].filter(
        (reference) => reference !== undefined && reference !== '' && !known.has(reference),
      ),
    );
    expect(unknown).toEqual([]);
    const connections = new Set(named.flatMap(({ connection }) => connection ?? []));
    expect([...connections].toSorted()).toEqual(template.requires.map(({ connection }) => connection).toSorted());
  });
});
