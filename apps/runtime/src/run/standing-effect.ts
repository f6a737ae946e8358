import type { UndoEntry } from '@throughline/core/db/words/replay-target';
import { effectStandsCode } from '../failures/effect-stands.ts';
import type { FailureDetail } from '../failures/step-failure.ts';
import type { DeliveryRow } from '../store/delivery.ts';

/** What a lost run has left in a system, or may have, where no undo is known for it. */
export function standingEffect(row: DeliveryRow): FailureDetail {
  const { object, recordKey, externalId, effect, step, state } = row;
  if (state === 'sent') return { code: 'OUTCOME_UNKNOWN', message: unknownSentence(row) };
  const id = externalId === null ? '' : ` (${externalId})`;
  const done = effect ?? 'written';
  const message = `${object} ${recordKey}${id} was ${done} by step ${step} and stands, because no undo is known for it.`;
  return { code: effectStandsCode, message };
}

export const unknownSentence = ({ object, recordKey, step }: DeliveryRow): string =>
  `It is unknown whether ${object} ${recordKey} was written by step ${step}: the request was sent, and its answer was lost.`;

/** Names an effect, equally for its delivery and for the undo that is for it. */
export const effectOf = (of: Pick<UndoEntry, 'definitionId' | 'step' | 'recordKey' | 'object'>): string =>
  JSON.stringify([of.definitionId, of.step, of.recordKey, of.object]);
