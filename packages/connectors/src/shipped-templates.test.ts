import type { ConnectorCatalog } from '@throughline/core/connector/manifest';
import type { Problem } from '@throughline/core/flow/problem';
import { validateFlow } from '@throughline/core/flow/validate';
import { validateMapping } from '@throughline/core/flow/validate-mapping';
import { validateValueMap } from '@throughline/core/flow/validate-value-map';
import type { ValidationContext } from '@throughline/core/flow/validation-context';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { entitySchemas } from '@throughline/core/mapping/entity-schemas';
import { resolveSchema } from '@throughline/core/mapping/resolve-schema';
import { templates } from '@throughline/core/templates';
import type { Template, TemplateDefinition } from '@throughline/core/templates/template';
import { describe, expect, it } from 'vitest';
import { connectorCatalog } from './catalog.ts';
import { checkRecord } from '@throughline/core/connector/check-record';

const catalog: ConnectorCatalog = connectorCatalog;
const shipped = templates.map((template: Template) => [template.key, template] as const);

/** These values are empty on purpose, and the expressions of these steps allow for it. */
const expectedWarnings: Readonly<Record<string, readonly string[]>> = {
  'closed-won-handoff': [
    'salesforce-opportunity-to-contract: warning MAPPING_SHAPE ',
    'salesforce-opportunity-to-contract: warning MAPPING_SHAPE ',
    'salesforce-opportunity-to-contract: warning MAPPING_SHAPE ',
  ],
};

/**
 * The shipped templates name objects and fields of systems. Core may not look at the systems, so they are checked here.
 */
describe.each(shipped)('template %s', (key, template) => {
  const mappings = template.definitions.filter((definition) => definition.kind === 'mapping');

  it('passes the validator', () => {
    const problems = template.definitions.flatMap((definition) =>
      problemsOf(definition, template).map(
        ({ severity, code, stepId = '' }) => `${definition.key}: ${severity} ${code} ${stepId}`,
      ),
    );
    expect(problems).toEqual(expectedWarnings[key] ?? []);
  });

  it('builds records that their objects accept, as far as the samples show', () => {
    expect(mappings.flatMap((mapping) => misfits(mapping.key, mapping.document))).toEqual([]);
  });

  it('feeds its mappings with samples that their systems could return', () => {
    const odd = mappings.flatMap((mapping) => {
      const { schema } = resolveSchema(mapping.document.source, { catalog, entities: entitySchemas });
      return mapping.document.tests.flatMap(({ name, input }) =>
        checkRecord(input, schema).map(({ path, text }) => `${mapping.key}, ${name}: ${path} ${text}`),
      );
    });
    expect(odd).toEqual([]);
  });

  it('connects systems that exist', () => {
    expect(template.requires.filter(({ system }) => catalog[system] === undefined)).toEqual([]);
  });
});

function problemsOf(definition: TemplateDefinition, template: Template): Problem[] {
  const ofKind = (kind: TemplateDefinition['kind']) =>
    Object.fromEntries(
      template.definitions.filter((item) => item.kind === kind).map(({ key, document }) => [key, document]),
    );
  const context = {
    catalog,
    entities: entitySchemas,
    mappings: ofKind('mapping') as ValidationContext['mappings'],
    valueMaps: ofKind('value-map') as ValidationContext['valueMaps'],
    flows: ofKind('flow') as ValidationContext['flows'],
    connections: template.requires.map(({ connection, system }) => ({ key: connection, system })),
    flowKey: definition.key,
  };
  switch (definition.kind) {
    case 'flow':
      return validateFlow(definition.document, context);
    case 'mapping':
      return validateMapping(definition.document, context);
    case 'value-map':
      return validateValueMap(definition.document);
  }
}

function misfits(key: string, { target, tests }: MappingDocument): string[] {
  if (target.kind !== 'object') return [];
  const object = catalog[target.system]?.objects[target.object];
  if (object === undefined) return [`${key}: no ${target.object}`];
  return tests.flatMap(({ name, expected }) => {
    const record = expected as Readonly<Record<string, unknown>>;
    const missing = (object.write?.requiredOnCreate ?? []).filter((field) => record[field] === undefined);
    const readOnly = Object.keys(record).filter((field) => object.schema.properties?.[field]?.readOnly === true);
    return [
      ...checkRecord(record, object.schema).map(({ path, text }) => `${key}, ${name}: ${path} ${text}`),
      ...missing.map((field) => `${key}, ${name}: ${field} is missing`),
      ...readOnly.map((field) => `${key}, ${name}: ${field} is read only`),
    ];
  });
}
