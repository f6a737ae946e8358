/**
 * What a run's journal holds depends on the release in which the run began, and a resumed run must follow its journal.
 * Each release also does what earlier ones did.
 */
export const journals = {
  /** The clock is read between steps without effects. */
  readsClock: 1,
  /** A timeout found between steps ends the whole run, and the clock is also read between parts. */
  endsWholeRun: 2,
  /** A caller takes over from a called run that was cancelled or given up. */
  takesOverLostRuns: 3,
  /** Waits of parts that run side by side are not added up. */
  countsLongestWait: 4,
  /** Who waits for an event is told of it in the commit that publishes it, and not in a step of its own. */
  tellsInCommit: 5,
  /** A mapping whose result is not the entity that it is made to give fails its step. */
  checksMappingResult: 6,
} as const;

/** The journal of a run that begins now. */
export const newestJournal = journals.checksMappingResult;

/** What a run or a part noted when it began. The first release with a mark noted `readsClock`. */
export interface JournalMark {
  readonly journal?: number | undefined;
  readonly readsClock?: boolean | undefined;
}

export const journalOf = ({ journal, readsClock }: JournalMark): number =>
  journal ?? (readsClock === true ? journals.readsClock : 0);
