import { countText } from '#ui/count-text.ts';
import { maxUnclaimedBytes } from '@throughline/core/db/words/unclaimed-limits';
import type { Outputs } from '../workspace/trpc.ts';

/** What a flow could process from the time before it went live. */
export type Offer = NonNullable<Outputs['triggers']['offered']>;

type Counts = Omit<Offer, 'oldestAt' | 'newestAt'>;

/** What the system sent while no flow listened; undefined if none of it can be processed. */
export const toldText = ({ records, deletions, isAsSent }: Counts): string | undefined => {
  if (records === 0) return undefined;
  if (isAsSent) return `${countText(records, 'event')} came while no flow listened`;
  if (deletions === 0) return `${countText(records, 'record')} changed while no flow listened`;
  if (deletions === records)
    return `${countText(records, 'record')} ${wasOrWere(records)} deleted while no flow listened`;
  return `${countText(records, 'record')} changed while no flow listened, ${deletions} of them ${wasOrWere(deletions)} deleted`;
};

/** Why a flow with an offer asks for attention, each in the words of a list. */
export const offerReasons = (counts: Counts): string[] => {
  const { tooLarge } = counts;
  const lost =
    tooLarge === 0 ? undefined : `${countText(tooLarge, 'event')} from before it went live cannot be taken up`;
  return [toldText(counts), lost].filter((text) => text !== undefined);
};

/** What happens to events that are taken up, in sentences. */
export const takingUpText = ({ records, deletions, isAsSent }: Omit<Counts, 'tooLarge'>): string => {
  const left = 'starts a run with what is left of it when the condition holds.';
  if (!isAsSent && records > 0 && records === deletions) return `Each deleted record ${left}`;
  const taken = isAsSent
    ? 'Each is taken as it was sent, once, and starts a run when the condition holds.'
    : 'Each is read as it is now, once, and starts a run when the condition holds.';
  return deletions === 0 ? taken : `${taken} A deleted record ${left}`;
};

/** Which events cannot be taken up, why, and what to do about it; undefined if there are none. */
export const tooLargeText = ({ tooLarge }: Pick<Counts, 'tooLarge'>): string | undefined => {
  if (tooLarge === 0) return undefined;
  const limit = `${maxUnclaimedBytes / 1024} KB`;
  return tooLarge === 1
    ? `1 event cannot be taken up: it is larger than ${limit} and was kept without its body; ask the sender to send it again.`
    : `${tooLarge} events cannot be taken up: they are larger than ${limit} and were kept without their body; ask the sender to send them again.`;
};

const wasOrWere = (count: number): string => (count === 1 ? 'was' : 'were');

/** How many were taken up, and what happens to them; no second sentence where there are none. */
export const takenTexts = (
  { taken: records, deletions }: Outputs['triggers']['takeUp'],
  { isAsSent }: Pick<Counts, 'isAsSent'>,
): readonly [string, string?] => {
  const taken = `${countText(records, isAsSent ? 'event' : 'record')} taken up`;
  return records === 0 ? [taken] : [taken, takingUpText({ records, deletions, isAsSent })];
};
