import { z } from 'zod';
import { fieldValueSchema } from '../field-value.ts';
import { defineStepKind, itemSites, siteOf } from './step-kind.ts';

/**
 * Runs its body once per item, with `$item` and `$index`. Output: an array with the output of the body's last step
 * per item, in item order; a failed item is null there and an exception of its own.
 */
export const forEachStep = defineStepKind({
  title: 'For each',
  summary: 'Do the same for every item of a list.',
  isEffect: false,
  control: { runs: 'body-per-item' },
  config: z.strictObject({
    items: fieldValueSchema,
    /** Stable identity of an item, so that a replay finds what was already done. Defaults to the position. */
    itemKey: fieldValueSchema.optional(),
    chunkSize: z.int().min(1).max(1000).default(50),
    concurrency: z.int().min(1).max(20).default(1),
    onItemError: z.enum(['stop', 'continue']).default('stop'),
  }),
  slots: () => [{ slot: 'each', title: 'Each item' }],
  expressions: (config) => [siteOf('/items', config.items), ...itemSites('/itemKey', config.itemKey)],
  references: () => ({}),
  loop: ({ items, itemKey, onItemError }) => ({ items, itemKey, stopsAtFailure: onItemError === 'stop' }),
  width: ({ concurrency }, { ofSlot }) => concurrency * ofSlot('each'),
  output: (_config, shapes) => ({ type: 'array', items: shapes.lastOf('each') }),
});
