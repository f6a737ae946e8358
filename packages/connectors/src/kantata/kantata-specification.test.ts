import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { kantataManifest } from './manifest.ts';
import { resources } from './resources.ts';

/** Attribute lists of the vendor's own Ruby client; test data that is not part of the project. */
const path = fileURLToPath(new URL('../../../../../shared/specs/kantata-gem-specification.yml', import.meta.url));
const isThere = existsSync(path);
if (!isThere) console.warn(`SKIPPED: ${path} is absent; Kantata’s manifest is not held against the vendor’s lists.`);

interface Specification {
  readonly attributes?: readonly string[];
  readonly create_attributes?: readonly string[];
  readonly update_attributes?: readonly string[];
  readonly create_or_update_attributes?: readonly string[];
  readonly associations?: Readonly<Record<string, { readonly foreign_key?: string }>>;
}

const specification: Readonly<Record<string, Specification>> = isThere
  ? parse(readFileSync(path, 'utf8'), { logLevel: 'error' })
  : {};

/** The gem's lists leave these out; developer.kantata.com has them. */
const documentedElsewhere: Readonly<Record<string, readonly string[]>> = {
  workspace_groups: ['created_at', 'updated_at'],
  account_memberships: ['id'],
};

describe.runIf(isThere)('Kantata’s manifest against the vendor’s own attribute lists', () => {
  it.each(Object.keys(kantataManifest.objects))('knows no field of %s that the vendor does not', (name) => {
    const known = specification[name];
    const listed = new Set([
      ...(known?.attributes ?? []),
      ...(known?.create_attributes ?? []),
      ...(known?.update_attributes ?? []),
      ...(known?.create_or_update_attributes ?? []),
      ...Object.values(known?.associations ?? {}).flatMap((each) => each.foreign_key ?? []),
      ...(documentedElsewhere[name] ?? []),
    ]);
    const fields = Object.keys(kantataManifest.objects[name]?.schema.properties ?? {});
    expect(fields.filter((field) => !listed.has(field))).toEqual([]);
  });

  it.each(Object.keys(kantataManifest.objects))('sends of %s only what the vendor takes, when it takes it', (name) => {
    const object = kantataManifest.objects[name];
    const known = specification[name];
    const either = known?.create_or_update_attributes ?? [];
    const creates = [...(known?.create_attributes ?? []), ...either];
    const updates = [...(known?.update_attributes ?? []), ...either];
    const written = Object.entries(object?.schema.properties ?? {})
      .filter(([, schema]) => schema.readOnly !== true)
      .map(([field]) => field);
    const canCreate = object?.write?.operations.includes('create') === true;
    expect({
      neither: written.filter((field) => !creates.includes(field) && !updates.includes(field)),
      createOnly: canCreate ? written.filter((field) => creates.includes(field) && !updates.includes(field)) : [],
      updateOnly: canCreate ? written.filter((field) => updates.includes(field) && !creates.includes(field)) : [],
    }).toEqual({
      neither: [],
      createOnly: written.filter((field) => resources[name]?.createOnly.includes(field)),
      updateOnly: written.filter((field) => resources[name]?.updateOnly.includes(field)),
    });
  });
});
