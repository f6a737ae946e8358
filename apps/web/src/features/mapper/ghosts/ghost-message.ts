import { countText } from '#ui/count-text.ts';
import { confidenceText } from '../auto-map/confidence.ts';
import { ghostState } from './ghost-state.ts';
import type { GhostField, GhostRename } from './ghost-work.ts';

/** What is wrong with a ghost, and what to do, in sentences. */
export function ghostMessage(ghost: GhostField): string {
  const { side, id, ranges, rename } = ghost;
  const use = `the text ${side === 'source' ? 'reads' : 'sets'} it in ${countText(ranges.length, 'place')}`;
  const wrong = `${id} is ${ghostState(ghost)} of the ${side}, and ${use}.`;
  if (rename !== undefined) return `${wrong} ${renameMessage(rename)}`;
  return side === 'source'
    ? `${wrong} No field has a similar name. Draw its lines from another field, or remove them.`
    : `${wrong} No unset field has a similar name. Move the expression to another field, or remove it.`;
}

const renameMessage = ({ to, confidence, reasons }: GhostRename): string =>
  [`It is probably ${to} now (${confidenceText(confidence)}).`, ...reasons].join(' ');
