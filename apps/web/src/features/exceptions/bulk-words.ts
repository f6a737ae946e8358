import type { ReplayTarget } from '@throughline/core/db/words/replay-target';

export interface ChosenException {
  readonly id: string;
  readonly state: 'open' | 'replaying' | 'resolved';
  readonly targetKind: ReplayTarget['kind'];
}

export interface BulkWords {
  /** What a replay repeats; the others would be refused. */
  readonly replayedIds: readonly string[];
  readonly replay: string;
  readonly resolve: string;
}

/** What can be done to several exceptions at once, and what is said of it. */
export const bulkWords = (chosen: readonly ChosenException[]): BulkWords => {
  const replayed = chosen.filter(({ state, targetKind }) => state === 'open' && targetKind !== 'nothing');
  const records = chosen.filter(({ targetKind }) => targetKind !== 'nothing').length;
  return {
    replayedIds: replayed.map(({ id }) => id),
    replay: `${replayWords}${leftOut(chosen.length - replayed.length)}`,
    resolve: resolveWords(records, chosen.length - records),
  };
};

/** What is said of those that the server did not replay while it replayed the others. They stay chosen. */
export const refusedText = (refused: readonly { readonly message: string }[]): string => {
  const reasons = [...new Set(refused.map(({ message }) => message))];
  return `${refused.length === 1 ? '1 was refused and stays' : `${refused.length} were refused and stay`} chosen: ${reasons.join(' ')}`;
};

const replayWords =
  'Each record or item runs again with its payload as it is, each failed undo is tried again, each record that could not be read is read again, and each event that could not be judged is judged again. What was already delivered is not duplicated.';

const leftOut = (count: number): string => {
  if (count === 0) return '';
  if (count === 1) return ' 1 of the chosen is left out: it has no record to replay, or is being replayed already.';
  return ` ${count} of the chosen are left out: they have no record to replay, or are being replayed already.`;
};

const resolveWords = (records: number, others: number): string => {
  if (others === 0) return 'They leave the inbox without being delivered.';
  if (records === 0) {
    return 'They leave the inbox. Use this when you have compared with the systems; say what you found.';
  }
  const undelivered = records === 1 ? '1 of them has a record, which is' : `${records} of them have records, which are`;
  return `They leave the inbox. ${undelivered} not delivered.`;
};
