import { connectorCatalog } from '@throughline/connectors/catalog';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { lineageOf, type PathSegment } from '@throughline/core/mapping/analysis';
import {
  applyProposals,
  proposalsAbove,
  proposeMappings,
  type EarlierPair,
  type KnownValueMap,
} from '@throughline/core/mapping/auto-map';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { entitySchemas } from '@throughline/core/mapping/entity-schemas';
import { fillOpen } from '@throughline/core/mapping/infer-schema';
import { fieldsOf, schemaAt } from '@throughline/core/mapping/schema-fields';
import { resolveSchema } from '@throughline/core/mapping/resolve-schema';
import { templates } from '@throughline/core/templates';

const thresholds = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** These were looked at while the weights and words were chosen. The others were only measured. */
const tunedOn: ReadonlySet<string> = new Set([
  'salesforce-account-to-customer',
  'contract-to-project',
  'contract-to-netsuite-sales-order',
  'customer-to-kantata-client',
  'project-to-kantata-workspace',
  'project-role-to-kantata-resource',
]);

interface Shipped {
  readonly key: string;
  readonly name: string;
  readonly document: MappingDocument;
  readonly source: JsonSchema;
  readonly target: JsonSchema;
  readonly truth: Sources;
}

/** Target field → the source fields that feed it. Lists have no index in paths. */
type Sources = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Measures the proposals for each shipped mapping, with an empty text, its own saved tests as samples, the value maps of
 * its template, and the pairs of all other shipped mappings, never its own. All proposals of at least the threshold are
 * written, and the lineage of that text is compared with the lineage of the shipped one.
 *
 * What is counted are target fields without fields of their own (a list's fields once, an amount and its currency as
 * two). A proposed field is right if every source that it reads feeds the same field of the shipped mapping, directly,
 * through a function or through a value map. It is wrong if the shipped mapping fills the field with a constant, by a
 * condition alone, or not at all. Precision is the share of right ones among the proposed ones. Recall is the share of
 * right ones among the fields that have such a source in the shipped mapping, however complicated its expression is.
 */
export function autoMapBench(): Promise<void> {
  const { mappings, valueMaps } = shipped();
  for (const threshold of thresholds) {
    const scores = mappings.map((mapping) => ({ mapping, score: measure(mapping, mappings, valueMaps, threshold) }));
    for (const { mapping, score } of scores) print(mapping.key, threshold, score);
    const isTuned = ({ mapping }: { readonly mapping: Shipped }): boolean => tunedOn.has(mapping.key);
    print('tuned on', threshold, total(scores.filter(isTuned).map(({ score }) => score)));
    print('held out', threshold, total(scores.filter((one) => !isTuned(one)).map(({ score }) => score)));
    print('all', threshold, total(scores.map(({ score }) => score)));
  }
  return Promise.resolve();
}

interface Score {
  readonly right: number;
  readonly wrong: number;
  readonly wanted: number;
  readonly mistakes?: readonly string[];
}

function measure(mapping: Shipped, all: readonly Shipped[], valueMaps: readonly KnownValueMap[], threshold: number): Score {
  const proposals = proposeMappings({
    source: mapping.source,
    target: mapping.target,
    samples: mapping.document.tests.map(({ input }) => input),
    earlier: all.filter(({ key }) => key !== mapping.key).flatMap(pairsOf),
    valueMaps,
  });
  const { text } = applyProposals('', proposalsAbove(proposals, threshold));
  const proposed = sourcesIn(text, mapping.source, mapping.target);
  const results = [...proposed].map(([target, sources]) => ({ target, sources, isRight: isRight(sources, mapping.truth.get(target)) }));
  const wrong = results.filter((result) => !result.isRight);
  return {
    right: results.length - wrong.length,
    wrong: wrong.length,
    wanted: mapping.truth.size,
    mistakes: wrong.map(({ target, sources }) => `${target} <- ${[...sources].join(', ')}`),
  };
}

const isRight = (sources: ReadonlySet<string>, truth: ReadonlySet<string> | undefined): boolean =>
  truth !== undefined && [...sources].every((source) => truth.has(source));

function total(scores: readonly Score[]): Score {
  const sum = (of: (score: Score) => number): number => scores.reduce((all, score) => all + of(score), 0);
  return { right: sum(({ right }) => right), wrong: sum(({ wrong }) => wrong), wanted: sum(({ wanted }) => wanted) };
}

function print(name: string, threshold: number, { right, wrong, wanted, mistakes }: Score): void {
  const share = (part: number, whole: number): number => Math.round((part / Math.max(1, whole)) * 100) / 100;
  const precision = share(right, right + wrong);
  const recall = share(right, wanted);
  console.log(JSON.stringify({ bench: 'auto-map', mapping: name, threshold, precision, recall, right, wrong, wanted, mistakes }));
}

function shipped(): { readonly mappings: readonly Shipped[]; readonly valueMaps: readonly KnownValueMap[] } {
  const definitions = templates.flatMap((template) => template.definitions);
  const mappings = definitions.flatMap((definition): Shipped[] => {
    if (definition.kind !== 'mapping') return [];
    const { key, name, document } = definition;
    const sources = { catalog: connectorCatalog, entities: entitySchemas };
    const source = document.tests.reduce<JsonSchema>(
      (schema, { input }) => fillOpen(schema, input),
      resolveSchema(document.source, sources).schema,
    );
    const target = resolveSchema(document.target, sources).schema;
    return [{ key, name, document, source, target, truth: sourcesIn(document.text, source, target) }];
  });
  const valueMaps = definitions.flatMap((definition): KnownValueMap[] => {
    if (definition.kind !== 'value-map') return [];
    return [{ key: definition.key, from: definition.document.entries.map(({ key }) => key) }];
  });
  return { mappings, valueMaps };
}

/** Reads which source fields feed which target fields. */
function sourcesIn(text: string, source: JsonSchema, target: JsonSchema): Sources {
  const found = new Map<string, Set<string>>();
  const add = (to: readonly string[], from: readonly string[]): void => {
    const inner = fieldsOf(schemaAt(target, to));
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
  fieldsOf(schemaAt(source, from)).some((field) => field.name === name) ? [...from, name] : from;

const feeding: ReadonlySet<string> = new Set(['direct', 'function', 'lookup']);

const namesOf = (path: readonly PathSegment[]): string[] =>
  path.flatMap((segment) => (segment.kind === 'name' ? [segment.name] : []));

function pairsOf({ name, document, source }: Shipped): EarlierPair[] {
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
