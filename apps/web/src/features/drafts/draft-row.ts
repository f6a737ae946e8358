import type { Outputs } from '../workspace/trpc.ts';

/** A draft that somebody has open, as the list of drafts shows it. */
export type DraftRow = Outputs['drafts']['list'][number];
