import type { MappingFix } from '@throughline/core/mapping/analysis';
import type { GhostRename } from './ghost-work.ts';

/** Puts the proposed field in every place of a ghost. */
export const renameFix = ({ to, edits }: GhostRename): MappingFix => ({ title: `Use ${to} instead`, edits });
