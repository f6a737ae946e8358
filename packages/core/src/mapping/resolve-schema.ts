import type { JsonSchema } from '../connector/json-schema.ts';
import type { ConnectorCatalog, ConnectorManifest } from '../connector/manifest.ts';
import type { BundlePart, SchemaRef } from './document.ts';
import { escapePointer } from './plain-json.ts';
import { ownValue } from '../connector/own-value.ts';

/** Entity name → its current version and the schema of each version. */
export type EntitySchemas = Readonly<
  Record<string, { readonly current: string; readonly versions: Readonly<Record<string, JsonSchema>> }>
>;

export interface SchemaSources {
  readonly catalog: ConnectorCatalog;
  readonly entities: EntitySchemas;
}

export interface ResolveProblem {
  /** JSON pointer within the reference. */
  readonly pointer: string;
  readonly code: 'UNKNOWN_ENTITY' | 'UNKNOWN_ENTITY_VERSION' | 'UNKNOWN_SYSTEM' | 'UNKNOWN_OBJECT' | 'UNKNOWN_CHILD';
  readonly message: string;
}

export interface ResolvedSchema {
  /** A part that could not be resolved is left open (`{}`), so that the editor still shows the rest. */
  readonly schema: JsonSchema;
  readonly problems: readonly ResolveProblem[];
}

/** The JSON Schema for a reference. Never throws: unknown parts are listed. */
export function resolveSchema(ref: SchemaRef, sources: SchemaSources, pointer = ''): ResolvedSchema {
  switch (ref.kind) {
    case 'any':
      return { schema: {}, problems: [] };
    case 'entity':
      return resolveEntity(ref, sources.entities, pointer);
    case 'object':
      return resolveObject(ref, sources.catalog, pointer);
    case 'bundle':
      return resolveBundle(ref.parts, sources, `${pointer}/parts`);
  }
}

type EntityRef = Extract<SchemaRef, { kind: 'entity' }>;
type ObjectRef = Extract<SchemaRef, { kind: 'object' }>;

function resolveEntity(ref: EntityRef, entities: EntitySchemas, pointer: string): ResolvedSchema {
  const entity = ownValue(entities, ref.entity);
  if (entity === undefined) {
    return unknown(`${pointer}/entity`, 'UNKNOWN_ENTITY', `There is no entity "${ref.entity}".`, Object.keys(entities));
  }
  const version = ref.version ?? entity.current;
  const schema = ownValue(entity.versions, version);
  if (schema === undefined) {
    const message = `The entity "${ref.entity}" has no version ${version}.`;
    return unknown(`${pointer}/version`, 'UNKNOWN_ENTITY_VERSION', message, Object.keys(entity.versions));
  }
  return { schema, problems: [] };
}

function resolveObject(ref: ObjectRef, catalog: ConnectorCatalog, pointer: string): ResolvedSchema {
  const system = ownValue(catalog, ref.system);
  if (system === undefined) {
    return unknown(`${pointer}/system`, 'UNKNOWN_SYSTEM', `There is no system "${ref.system}".`, Object.keys(catalog));
  }
  const object = ownValue(system.objects, ref.object);
  if (object === undefined) {
    const message = `${system.title} has no object "${ref.object}".`;
    return unknown(`${pointer}/object`, 'UNKNOWN_OBJECT', message, Object.keys(system.objects));
  }
  const properties: Record<string, JsonSchema> = { ...object.schema.properties };
  const problems: ResolveProblem[] = [];
  for (const [index, name] of (ref.include ?? []).entries()) {
    const child = ownValue(object.children ?? {}, name);
    const schema = child === undefined ? undefined : ownValue(system.objects, child.object)?.schema;
    if (schema === undefined) {
      const message = `${ref.object} has no child list "${name}".`;
      problems.push(
        ...unknown(`${pointer}/include/${index}`, 'UNKNOWN_CHILD', message, Object.keys(object.children ?? {}))
          .problems,
      );
    }
    properties[name] = { type: 'array', items: schema === undefined ? {} : withCustomFields(schema, system) };
  }
  const schema = ref.include === undefined ? object.schema : { ...object.schema, properties };
  return { schema: withCustomFields(schema, system), problems };
}

/** A firm's own fields are allowed although they are not listed. */
function withCustomFields(schema: JsonSchema, { customFields }: Pick<ConnectorManifest, 'customFields'>): JsonSchema {
  return customFields === undefined ? schema : { ...schema, patternProperties: { [customFields]: {} } };
}

function resolveBundle(
  parts: Readonly<Record<string, BundlePart>>,
  sources: SchemaSources,
  pointer: string,
): ResolvedSchema {
  const properties: Record<string, JsonSchema> = {};
  const problems: ResolveProblem[] = [];
  for (const [name, part] of Object.entries(parts)) {
    const here = `${pointer}/${escapePointer(name)}`;
    const resolved =
      'list' in part ? resolveSchema(part.list, sources, `${here}/list`) : resolveSchema(part, sources, here);
    properties[name] = 'list' in part ? { type: 'array', items: resolved.schema } : resolved.schema;
    problems.push(...resolved.problems);
  }
  return { schema: { type: 'object', properties }, problems };
}

function unknown(
  pointer: string,
  code: ResolveProblem['code'],
  message: string,
  known: readonly string[],
): ResolvedSchema {
  const list = known.length === 0 ? 'none' : known.toSorted().join(', ');
  return { schema: {}, problems: [{ pointer, code, message: `${message} Known: ${list}.` }] };
}
