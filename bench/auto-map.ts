import { connectorCatalog } from '@throughline/connectors/catalog';
import { entitySchemas } from '@throughline/core/mapping/entity-schemas';
import { templates } from '@throughline/core/templates';
import type { TemplateMapping } from '@throughline/core/templates/template';
import {
  earlierPairs,
  knownValueMaps,
  scoreAutoMap,
  shippedMappings,
  type AutoMapScore,
  type Evidence,
  type ShippedMapping,
} from '@throughline/core/testing/mapping/auto-map-score';
import { unseenMappings } from './auto-map-unseen.ts';

const thresholds = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** Weights and words were chosen while looking at these. The others were measured first, and looked at only then. */
const tunedOn: ReadonlySet<string> = new Set([
  'salesforce-account-to-customer',
  'contract-to-project',
  'contract-to-netsuite-sales-order',
  'customer-to-kantata-client',
  'project-to-kantata-workspace',
  'project-role-to-kantata-resource',
]);

/** What is left out, to show what it is worth. */
const withouts: Readonly<Record<string, Partial<Evidence>>> = {
  'all evidence': {},
  'no samples': { samples: [] },
  'no earlier mappings': { earlier: [] },
  'no value maps': { valueMaps: [] },
  'names and types alone': { samples: [], earlier: [], valueMaps: [] },
};

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
  const definitions = templates.flatMap((template) => template.definitions);
  const shapes = { catalog: connectorCatalog, entities: entitySchemas };
  const mappings = shippedMappings(definitions, shapes);
  const valueMaps = knownValueMaps(definitions);
  const unseen = shippedMappings(unseenMappings.map(asDefinition), shapes);
  for (const [evidence, without] of Object.entries(withouts)) {
    for (const threshold of thresholds) {
      const scoreOf = (mapping: ShippedMapping) => {
        const others = mappings.filter(({ key }) => key !== mapping.key);
        const samples = mapping.document.tests.map(({ input }) => input);
        const all = { earlier: others.flatMap(earlierPairs), valueMaps, samples, ...without };
        return { key: mapping.key, score: scoreAutoMap(mapping, all, threshold) };
      };
      const scores = mappings.map(scoreOf);
      const others = unseen.map(scoreOf);
      const sum = (title: string, part: typeof scores): void => {
        print(evidence, title, threshold, total(part.map(({ score }) => score)));
      };
      if (evidence === 'all evidence')
        for (const { key, score } of [...scores, ...others]) print(evidence, key, threshold, score);
      sum(
        'tuned on',
        scores.filter(({ key }) => tunedOn.has(key)),
      );
      sum(
        'held out',
        scores.filter(({ key }) => !tunedOn.has(key)),
      );
      sum('all', scores);
      sum('unseen', others);
    }
  }
  return Promise.resolve();
}

/** A mapping without a template around it. */
const asDefinition = ({ key, source, target, text }: (typeof unseenMappings)[number]): TemplateMapping => ({
  kind: 'mapping',
  key,
  name: key,
  description: '',
  document: { format: 1, source, target, text, tests: [] },
});

function total(scores: readonly AutoMapScore[]): AutoMapScore {
  const sum = (of: (score: AutoMapScore) => number): number => scores.reduce((all, score) => all + of(score), 0);
  return {
    right: sum(({ right }) => right),
    wrong: sum(({ wrong }) => wrong),
    wanted: sum(({ wanted }) => wanted),
    mistakes: [],
  };
}

function print(evidence: string, mapping: string, threshold: number, score: AutoMapScore): void {
  const { right, wrong, wanted, mistakes } = score;
  const share = (part: number, whole: number): number => Math.round((part / Math.max(1, whole)) * 100) / 100;
  const figures = { precision: share(right, right + wrong), recall: share(right, wanted), right, wrong, wanted };
  console.log(JSON.stringify({ bench: 'auto-map', evidence, mapping, threshold, ...figures, mistakes }));
}
