import { confidenceLevels, defaultLevel } from '../auto-map/confidence.ts';
import type { GhostField, GhostRename } from './ghost-work.ts';

const likely = confidenceLevels.find(({ value }) => value === defaultLevel)?.from ?? 1;

/** The renames that are likely enough to be accepted together. */
export const likelyRenames = (ghosts: readonly GhostField[]): readonly GhostRename[] =>
  ghosts.flatMap(({ rename }) => (rename !== undefined && rename.confidence >= likely ? [rename] : []));
