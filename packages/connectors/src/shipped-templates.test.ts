import { flowSchema } from '@throughline/core/flow';
import { kindOf, type StepOf } from '@throughline/core/flow/step';
import { walkSteps } from '@throughline/core/flow/walk';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { entitySchemas } from '@throughline/core/mapping/entity-schemas';
import { resolveSchema } from '@throughline/core/mapping/resolve-schema';
import { templates } from '@throughline/core/templates';
import type { Template } from '@throughline/core/templates/template';
import type { ConnectorCatalog, ObjectManifest } from '@throughline/core/connector/manifest';
import { describe, expect, it } from 'vitest';
import { connectorCatalog } from './catalog.ts';
import { checkRecord } from './kit/check-record.ts';

const catalog: ConnectorCatalog = connectorCatalog;

/** The templates that ship name objects and fields of systems; core may not look at the systems, so it is done here. */
describe.each(templates.map((template: Template) => [template.key, template] as const))(
  'template %s',
  (_key, template) => {
    const mappings = template.definitions.filter((definition) => definition.kind === 'mapping');
    const steps = template.definitions
      .filter((definition) => definition.kind === 'flow')
      .flatMap(({ document }) => [...walkSteps(flowSchema.parse(document).body)].map(({ step }) => step));
    const systemOf = Object.fromEntries(template.requires.map(({ connection, system }) => [connection, system]));

    function objectOf(connection: string, object: string): ObjectManifest | undefined {
      return catalog[systemOf[connection] ?? '']?.objects[object];
    }

    it('names only schemas that exist', () => {
      const problems = mappings.flatMap(({ key, document }) =>
        [document.source, document.target].flatMap((ref) =>
          resolveSchema(ref, { catalog, entities: entitySchemas }).problems.map(({ message }) => `${key}: ${message}`),
        ),
      );
      expect(problems).toEqual([]);
    });

    it('builds records that their objects take, as far as the samples show', () => {
      expect(mappings.flatMap(({ key, document }) => misfits(key, document))).toEqual([]);
    });

    it('feeds its mappings with samples that their systems could return', () => {
      const odd = mappings.flatMap(({ key, document }) => {
        const { schema } = resolveSchema(document.source, { catalog, entities: entitySchemas });
        return document.tests.flatMap(({ name, input }) =>
          checkRecord(input, schema).map(({ path, text }) => `${key}, ${name}: ${path} ${text}`),
        );
      });
      expect(odd).toEqual([]);
    });

    it('reads objects that exist, with children that they have, by fields they can be found by', () => {
      const problems = steps
        .filter((step): step is StepOf<'read'> => step.kind === 'read')
        .flatMap(({ id, config }) => {
          const object = objectOf(config.connection, config.object);
          if (object === undefined) return [`${id}: no ${config.object}`];
          const children = config.include.filter((name) => object.children?.[name] === undefined);
          const fields = config.find.by === 'fields' ? Object.keys(config.find.fields) : [];
          const unknown = fields.filter((name) => !object.lookupFields.includes(name));
          return [...children, ...unknown].map((name) => `${id}: ${config.object} has no ${name}`);
        });
      expect(problems).toEqual([]);
    });

    it('writes objects that take the operation, and undoes only what can be deleted', () => {
      const problems = steps
        .filter((step): step is StepOf<'write'> => step.kind === 'write')
        .flatMap(({ id, config }) => {
          const object = objectOf(config.connection, config.object);
          const operations = object?.write?.operations ?? [];
          const wanted = [config.operation, ...(config.undo === undefined ? [] : [config.undo.operation])];
          const matched = config.identity.match.flatMap((match) => (match.by === 'field' ? [match.field] : []));
          return [
            ...wanted.filter((operation) => !operations.includes(operation)).map((name) => `${id}: no ${name}`),
            ...matched
              .filter((name) => object?.lookupFields.includes(name) !== true)
              .map((name) => `${id}: by ${name}`),
            ...(object?.identity.external === undefined ? [`${id}: no external id`] : []),
          ];
        });
      expect(problems).toEqual([]);
    });

    it('writes through mappings made for the object', () => {
      const targets = Object.fromEntries(mappings.map(({ key, document }) => [key, document.target]));
      const wrong = steps
        .filter((step): step is StepOf<'write'> => step.kind === 'write' && step.config.mapping !== undefined)
        .filter(({ config }) => {
          const target = targets[config.mapping ?? ''];
          return (
            target?.kind !== 'object' ||
            target.object !== config.object ||
            target.system !== systemOf[config.connection]
          );
        });
      expect(wrong.map(({ id }) => id)).toEqual([]);
    });

    it('names connections of systems that exist', () => {
      const connections = new Set(steps.flatMap((step) => kindOf(step).references(step.config).connection ?? []));
      expect([...connections].filter((connection) => catalog[systemOf[connection] ?? ''] === undefined)).toEqual([]);
    });
  },
);

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
