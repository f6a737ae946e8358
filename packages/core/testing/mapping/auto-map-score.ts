import type { JsonSchema } from '../../src/connector/json-schema.ts';
import type { PathSegment } from '../../src/mapping/analysis/public.ts';
import { lineageOf } from '../../src/mapping/analysis/lineage-of.ts';
import {
  applyProposals,
  proposalsAbove,
  proposeMappings,
  type EarlierPair,
  type KnownValueMap,
} from '../../src/mapping/auto-map/public.ts';
import type { MappingDocument } from '../../src/mapping/document.ts';
import { fillOpen } from '../../src/mapping/infer-schema.ts';
import { resolveSchema, type SchemaSources } from '../../src/mapping/resolve-schema.ts';
import { fieldsOf, schemaAt } from '../../src/mapping/schema-fields.ts';
import type { TemplateDefinition } from '../../src/templates/template.ts';

export interface ShippedMapping {
  readonly key: string;
  readonly name: string;
  readonly document: MappingDocument;
  readonly source: JsonSchema;
  readonly target: JsonSchema;
  readonly truth: FieldSources;
}

/** Target field → the source fields that feed it. Lists have no index in paths. */
export type FieldSources = ReadonlyMap<string, ReadonlySet<string>>;

export interface AutoMapScore {
  readonly right: number;
  readonly wrong: number;
  /** Target fields that have a source field in the shipped mapping. */
  readonly wanted: number;
  /** The proposals that were wrong. */
  readonly mistakes: readonly string[];
}

/** The mappings of templates, with what is known about their fields. */
export function shippedMappings(definitions: readonly TemplateDefinition[], sources: SchemaSources): ShippedMapping[] {
  return definitions.flatMap((definition): ShippedMapping[] => {
    if (definition.kind !== 'mapping') return [];
    const { key, name, document } = definition;
    const source = document.tests.reduce<JsonSchema>(
      (schema, { input }) => fillOpen(schema, input),
      resolveSchema(document.source, sources).schema,
    );
    const target = resolveSchema(document.target, sources).schema;
    return [{ key, name, document, source, target, truth: fieldSources(document.text, source, target) }];
  });
}

export function knownValueMaps(definitions: readonly TemplateDefinition[]): KnownValueMap[] {
  return definitions.flatMap(({ key, kind, document }): KnownValueMap[] =>
    kind === 'value-map' ? [{ key, from: document.entries.map((entry) => entry.key) }] : [],
  );
}

/** What each mapping says about the mapping of fields, for the others. */
export function earlierPairs({ name, document, source }: ShippedMapping): EarlierPair[] {
  return lineageOf(document.text, { source }).flatMap(({ target, sources }) =>
    sources
      .filter(({ root, via }) => root === undefined && feeding.has(via))
      .map(({ path, via, through }) => ({
        mapping: name,
        source: namesOf(path),
        target: namesOf(target),
        ...(via === 'lookup' && { valueMap: through }),
      })),
  );
}

export interface Evidence {
  readonly earlier: readonly EarlierPair[];
  readonly valueMaps: readonly KnownValueMap[];
  readonly samples: readonly unknown[];
}

/** Writes all proposals of some confidence into an empty text, and compares its lineage with that of the shipped text. */
export function scoreAutoMap(
  { source, target, truth }: ShippedMapping,
  evidence: Evidence,
  threshold: number,
): AutoMapScore {
  const proposals = proposeMappings({ source, target, ...evidence });
  const { text } = applyProposals('', proposalsAbove(proposals, threshold));
  const results = [...fieldSources(text, source, target)];
  const wrong = results.filter(([field, sources]) => !isRight(sources, truth.get(field)));
  return {
    right: results.length - wrong.length,
    wrong: wrong.length,
    wanted: truth.size,
    mistakes: wrong.map(([field, sources]) => `${field} <- ${[...sources].join(', ')}`),
  };
}

const isRight = (sources: ReadonlySet<string>, truth: ReadonlySet<string> | undefined): boolean =>
  truth !== undefined && [...sources].every((source) => truth.has(source));

/** Reads which source fields feed which target fields. */
function fieldSources(text: string, source: JsonSchema, target: JsonSchema): FieldSources {
  const found = new Map<string, Set<string>>();
  const add = (to: readonly string[], from: readonly string[]): void => {
    const inner = fieldsOf(schemaAt(target, to), target);
    if (inner.length > 0) for (const { name } of inner) add([...to, name], copiedFrom(source, from, name));
    else found.set(to.join('.'), (found.get(to.join('.')) ?? new Set()).add(from.join('.')));
  };
  for (const { target: to, sources } of lineageOf(text, { source })) {
    for (const { root, via, path } of sources) {
      if (root === undefined && feeding.has(via)) add(namesOf(to), namesOf(path));
    }
  }
  return found;
}

/** An object that is copied as a whole gives each field from the one of the same name. */
const copiedFrom = (source: JsonSchema, from: readonly string[], name: string): readonly string[] =>
  fieldsOf(schemaAt(source, from), source).some((field) => field.name === name) ? [...from, name] : from;

const feeding: ReadonlySet<string> = new Set(['direct', 'function', 'lookup']);

const namesOf = (path: readonly PathSegment[]): string[] =>
  path.flatMap((segment) => (segment.kind === 'name' ? [segment.name] : []));
