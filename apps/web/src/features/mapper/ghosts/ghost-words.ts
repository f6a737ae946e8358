import { countText } from '#ui/count-text.ts';
import { confidenceLevels, confidenceText, defaultLevel } from '../auto-map/confidence.ts';
import type { GhostField } from './ghost-work.ts';

/** What is wrong with a ghost, in a few words. */
export const ghostState = ({ wasThere }: Pick<GhostField, 'wasThere'>): string =>
  wasThere ? 'no longer in the schema' : 'not in the schema';

/** What is wrong with a ghost, and what to do, in sentences. */
export function ghostMessage(ghost: GhostField): string {
  const { side, id, ranges, rename } = ghost;
  const use = `the text ${side === 'source' ? 'reads' : 'sets'} it in ${countText(ranges.length, 'place')}`;
  const wrong = `${id} is ${ghostState(ghost)} of the ${side}, and ${use}.`;
  if (rename !== undefined) return `${wrong} ${renameMessage(rename)}`;
  return side === 'source'
    ? `${wrong} No field is like it: draw its lines from another field, or remove them.`
    : `${wrong} No free field is like it: move the expression to another field, or remove it.`;
}

export const renameMessage = ({ to, confidence, reasons }: NonNullable<GhostField['rename']>): string =>
  [`It is probably ${to} now (${confidenceText(confidence)}).`, ...reasons].join(' ');

const likely = confidenceLevels.find(({ value }) => value === defaultLevel)?.from ?? 1;

/** The ghosts whose renames are likely enough to be accepted together. */
export const likelyRenames = (ghosts: readonly GhostField[]): readonly GhostField[] =>
  ghosts.filter(({ rename }) => rename !== undefined && rename.confidence >= likely);
