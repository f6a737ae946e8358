import { expect, it } from 'vitest';
import { journals, newestJournal } from '../run/journals.ts';
import type { Frame } from '../run/run-context.ts';
import { applyMapping } from './apply-mapping.ts';

/** Applies a mapping to the entity customer that gives this, in a run with this journal. */
const apply = (journal: number, output: unknown) => {
  const mapping = { text: '$', source: { kind: 'any' }, target: { kind: 'entity', entity: 'customer' } };
  const context = {
    journal,
    documents: { mapping: () => Promise.resolve(mapping) },
    services: { connectors: {} },
    evaluator: { mapping: () => Promise.resolve(output) },
  };
  return applyMapping('to-customer', {}, { context, scope: {} } as unknown as Frame);
};

it('a result that is not the entity fails the step, except in a run that an earlier release began', async () => {
  const wrong = { id: '1', name: 5 };
  await expect(apply(newestJournal, wrong)).rejects.toMatchObject({ facts: { code: 'MAPPING_OUTPUT_INVALID' } });
  expect(await apply(journals.tellsInCommit, wrong)).toEqual(wrong);
});
