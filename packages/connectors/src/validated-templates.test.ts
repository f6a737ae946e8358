import { flowSchema, valueMapSchema, type FlowDocument, type ValueMapDocument } from '@throughline/core/flow';
import { isError } from '@throughline/core/flow/problem';
import { validateFlow } from '@throughline/core/flow/validate';
import { inTestThread } from '@throughline/core/flow/saved-tests/test-thread';
import { testMapping } from '@throughline/core/flow/test-mapping';
import { validateMapping } from '@throughline/core/flow/validate-mapping';
import { validateValueMap } from '@throughline/core/flow/validate-value-map';
import { mappingDocument, type MappingDocument } from '@throughline/core/mapping/document';
import { entitySchemas } from '@throughline/core/mapping/entity-schemas';
import { valueMapTable } from '@throughline/core/mapping/value-map-table';
import { templates } from '@throughline/core/templates';
import type { Template } from '@throughline/core/templates/template';
import { describe, expect, it } from 'vitest';
import { connectorCatalog } from './catalog.ts';

/** Checks that the shipped templates pass the same validation as customers' work, against the shipped catalogue. */
describe.each(templates.map((template: Template) => [template.key, template] as const))(
  'template %s',
  (_key, { definitions, requires }) => {
    const flows: Record<string, FlowDocument> = {};
    const mappings: Record<string, MappingDocument> = {};
    const valueMaps: Record<string, ValueMapDocument> = {};
    for (const { kind, key, document } of definitions) {
      if (kind === 'flow') flows[key] = flowSchema.parse(document);
      if (kind === 'mapping') mappings[key] = mappingDocument.parse(document);
      if (kind === 'value-map') valueMaps[key] = valueMapSchema.parse(document);
    }
    const connections = requires.map(({ connection, system }) => ({ key: connection, system }));
    const context = { catalog: connectorCatalog, entities: entitySchemas, flows, mappings, valueMaps, connections };

    it.each(definitions.map((definition) => [`${definition.kind} ${definition.key}`, definition] as const))(
      '%s has no errors',
      (_name, { kind, key, document }) => {
        const problems =
          kind === 'flow'
            ? validateFlow(document, { ...context, flowKey: key })
            : kind === 'mapping'
              ? validateMapping(document, context)
              : validateValueMap(document);
        expect(problems.filter(isError)).toEqual([]);
      },
    );

    it.each(Object.entries(mappings))(
      'checking %s takes a small part of the work that it may',
      (_mapping, document) => {
        const work = { left: 500_000 };
        validateMapping(document, { ...context, work });
        expect(500_000 - work.left).toBeLessThan(5_000);
      },
    );

    it.each(Object.entries(mappings))('the saved tests of %s pass', async (key, document) => {
      const tables = Object.fromEntries(Object.entries(valueMaps).map(([name, map]) => [name, valueMapTable(map)]));
      const found = await inTestThread({}, (thread) => testMapping(thread, document, tables, key));
      expect(found).toEqual([]);
    });
  },
);
