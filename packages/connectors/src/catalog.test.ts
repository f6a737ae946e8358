import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ConnectorManifest, ObjectManifest } from '@throughline/core/connector/manifest';
import { describe, expect, it } from 'vitest';
import { connectorCatalog } from './catalog.ts';

const manifests: readonly ConnectorManifest[] = Object.values(connectorCatalog);
const objects = manifests.flatMap((manifest) =>
  Object.entries(manifest.objects).map(([name, object]) => ({
    manifest,
    name,
    object,
    label: `${manifest.id}.${name}`,
  })),
);

describe('catalogue', () => {
  it('is plain data: it survives JSON', () => {
    expect(JSON.parse(JSON.stringify(connectorCatalog))).toEqual(connectorCatalog);
  });

  it('keys every system and object by its own name', () => {
    expect(Object.entries(connectorCatalog).map(([key, { id }]) => [key, id])).toEqual(
      Object.keys(connectorCatalog).map((key) => [key, key]),
    );
    expect(objects.map(({ name }) => name)).toEqual(objects.map(({ object }) => object.name));
  });

  it('has a title and a description for every field of objects, settings and sign-in forms', () => {
    const schemas = manifests.flatMap((manifest) => [
      ...Object.values(manifest.objects).map((object) => [`${manifest.id}.${object.name}`, object.schema] as const),
      [`${manifest.id}.settings`, manifest.settings] as const,
      ...manifest.auth.map((method) => [`${manifest.id}.${method.id}`, method.fields] as const),
    ]);
    expect(schemas.flatMap(([path, schema]) => untitled(schema, path))).toEqual([]);
  });

  it('refers only to fields and objects that exist', () => {
    expect(objects.flatMap(({ manifest, object, label }) => danglingNames(manifest, object, label))).toEqual([]);
  });

  it('never requires a field on create that cannot be written', () => {
    const wrong = objects.flatMap(({ object, label }) =>
      (object.write?.requiredOnCreate ?? [])
        .filter((name) => object.schema.properties?.[name]?.readOnly === true)
        .map((name) => `${label}.${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('puts every secret behind a password field', () => {
    const secrets = manifests.flatMap((manifest) =>
      manifest.auth.flatMap((method) =>
        Object.entries(method.fields.properties ?? {})
          .filter(([name]) => /secret|key|token$/i.test(name) && !['consumerKey'].includes(name))
          .filter(([, schema]) => schema.format !== 'password')
          .map(([name]) => `${manifest.id}.${method.id}.${name}`),
      ),
    );
    expect(secrets).toEqual([]);
  });

  it('holds no value of the demo firm: every customer gets the same manifests', () => {
    const firm = /HP-(UK|DE|US)|halden|haldenpike|UK & Ireland/i;
    expect(manifests.filter((manifest) => firm.test(JSON.stringify(manifest))).map(({ id }) => id)).toEqual([]);
  });

  it('names the record by a field that it has', () => {
    const dangling = manifests.flatMap(({ id, objects }) =>
      Object.values(objects)
        .filter(({ nameField, schema }) => nameField !== undefined && schema.properties?.[nameField] === undefined)
        .map(({ name }) => `${id}.${name}`),
    );
    expect(dangling).toEqual([]);
  });

  it('says what Salesforce needs before it sends a webhook, because it has none of its own', () => {
    const { webhook, quirks } = connectorCatalog['salesforce'] ?? {};
    expect(webhook?.setup).toContain('no webhooks of its own');
    expect(quirks?.map(({ id }) => id)).toContain('no-webhooks-of-its-own');
  });

  it('cites a vendor page for every quirk', () => {
    const uncited = manifests.flatMap(({ quirks }) => quirks).filter(({ source }) => !source.startsWith('https://'));
    expect(uncited).toEqual([]);
  });
});

function untitled(schema: JsonSchema, path: string): string[] {
  const children = { ...schema.properties, ...schema.items?.properties };
  return Object.entries(children).flatMap(([name, child]) => [
    ...(child.title !== undefined && child.description !== undefined && /[.%)]$/.test(child.description)
      ? []
      : [`${path}.${name}`]),
    ...untitled(child, `${path}.${name}`),
  ]);
}

function danglingNames(manifest: ConnectorManifest, object: ObjectManifest, label: string): string[] {
  const fields = object.schema.properties ?? {};
  const named = [object.identity.field, ...object.lookupFields, ...(object.write?.requiredOnCreate ?? [])];
  const children = Object.entries(object.children ?? {}).filter(
    ([, child]) => manifest.objects[child.object]?.schema.properties?.[child.foreignKey] === undefined,
  );
  return [
    ...named.filter((name) => fields[name] === undefined).map((name) => `${label}: field ${name}`),
    ...children.map(([name]) => `${label}: child ${name}`),
  ];
}
