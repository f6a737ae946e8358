import { entitySchemas } from '@throughline/core/mapping/entity-schemas';
import { templates } from '@throughline/core/templates';
import {
  earlierPairs,
  knownValueMaps,
  scoreAutoMap,
  shippedMappings,
} from '@throughline/core/testing/mapping/auto-map-score';
import { expect, test } from 'vitest';
import { connectorCatalog } from './catalog.ts';

const definitions = templates.flatMap((template) => template.definitions);
const mappings = shippedMappings(definitions, { catalog: connectorCatalog, entities: entitySchemas });
const valueMaps = knownValueMaps(definitions);

/** Right and wrong proposals, and the fields that could have been found: `npm run bench -- auto-map` explains them. */
const expected: Readonly<Record<string, readonly [right: number, wrong: number, wanted: number]>> = {
  'billing-schedule-to-netsuite': [6, 1, 12],
  'contract-to-billing-schedule': [14, 1, 20],
  'contract-to-netsuite-sales-order': [19, 0, 24],
  'contract-to-project': [24, 0, 39],
  'customer-to-kantata-client': [4, 0, 6],
  'customer-to-netsuite-customer': [12, 1, 17],
  'project-role-to-kantata-resource': [3, 1, 4],
  'project-to-kantata-workspace': [6, 1, 10],
  'project-work-to-kantata-story': [5, 1, 8],
  'salesforce-account-to-customer': [24, 0, 31],
  'salesforce-opportunity-to-contract': [33, 0, 37],
};

test('the shipped mappings are proposed as far as they were when this was written', () => {
  const scores = mappings.map((mapping) => {
    const earlier = mappings.filter(({ key }) => key !== mapping.key).flatMap(earlierPairs);
    const samples = mapping.document.tests.map(({ input }) => input);
    const { right, wrong, wanted } = scoreAutoMap(mapping, { earlier, valueMaps, samples }, 0.6);
    return [mapping.key, [right, wrong, wanted]] as const;
  });
  expect(Object.fromEntries(scores)).toEqual(expected);
});
